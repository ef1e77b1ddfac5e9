import { Text } from '@backstage/ui';
import { RiErrorWarningLine, RiInformationLine } from '@remixicon/react';
import { Loaded } from '../loading';
import { StatusBadge } from '../status';
import { Age } from '../time';
import styles from './details.module.css';
import { useWorkloadQuery } from './useWorkloadQuery';
import type { WorkloadDetailsProps } from './WorkloadDetails';

/** What the cluster says of a Workload and its pods, newest first. */
export function EventsPanel({ workloadRef, rollout }: WorkloadDetailsProps) {
  const events = useWorkloadQuery(
    (api, ref) => api.listEvents(ref),
    workloadRef,
    rollout,
  );
  return (
    <Loaded state={events} what="the events">
      {items =>
        items.length === 0 ? (
          <Text as="p">
            There are no events: the cluster keeps them for about an hour.
          </Text>
        ) : (
          <ol className={styles.list} aria-label="Events">
            {items.map(event => (
              <li
                key={`${event.object} ${event.reason} ${event.lastSeenAt} ${event.message}`}
                className={styles.item}
              >
                <div className={styles.head}>
                  <StatusBadge
                    icon={
                      event.type === 'Warning'
                        ? RiErrorWarningLine
                        : RiInformationLine
                    }
                    tone={event.type === 'Warning' ? 'warning' : 'neutral'}
                  >
                    {event.reason}
                  </StatusBadge>
                  <Text variant="body-small" color="secondary">
                    <Age timestamp={event.lastSeenAt} />
                    {event.count > 1 && ` · ${event.count} times`}
                  </Text>
                </div>
                <Text as="p" variant="body-small" className={styles.line}>
                  {event.message}
                </Text>
                <Text
                  as="p"
                  variant="body-x-small"
                  color="secondary"
                  className={styles.line}
                >
                  {event.object}
                </Text>
              </li>
            ))}
          </ol>
        )
      }
    </Loaded>
  );
}
