import { Text } from '@backstage/ui';
import {
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiErrorWarningLine,
  RiLoader4Line,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { WorkloadPod } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { Loaded } from '../loading';
import { StatusBadge } from '../status';
import { Age } from '../time';
import {
  getCauseMeaning,
  getCauseMessage,
  getContainerSentence,
  getPodWording,
  type Tone,
} from '../wording';
import styles from './details.module.css';
import { useWorkloadQuery } from './useWorkloadQuery';
import type { WorkloadDetailsProps } from './WorkloadDetails';

const icons: Record<Tone, RemixiconComponentType> = {
  positive: RiCheckboxCircleLine,
  announcement: RiLoader4Line,
  warning: RiErrorWarningLine,
  negative: RiErrorWarningLine,
  neutral: RiCloseCircleLine,
};

/** The pods of a Workload, and what is wrong with those that are not ready. */
export function PodsPanel({ workloadRef, rollout }: WorkloadDetailsProps) {
  const pods = useWorkloadQuery(
    (api, ref) => api.listPods(ref),
    workloadRef,
    rollout,
  );
  return (
    <Loaded state={pods} what="the pods">
      {({ items, unread = [] }) =>
        items.length === 0 ? (
          <Text as="p">There are no pods.</Text>
        ) : (
          <>
            {unread.includes('events') && (
              <Text as="p" variant="body-small" color="secondary">
                The portal’s role may not read events here, so what is wrong
                with a pod may be missing or say less.
              </Text>
            )}
            <ul className={styles.list} aria-label="Pods">
              {items.map(pod => (
                <PodItem key={pod.name} pod={pod} />
              ))}
            </ul>
          </>
        )
      }
    </Loaded>
  );
}

function PodItem({ pod }: { pod: WorkloadPod }) {
  const { word, tone } = getPodWording(pod);
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <code className={styles.name}>{pod.name}</code>
        <StatusBadge icon={icons[tone]} tone={tone}>
          {word}
        </StatusBadge>
      </div>
      <Text
        as="p"
        variant="body-small"
        color="secondary"
        className={styles.line}
      >
        {pod.revision !== undefined && `Revision ${pod.revision} · `}
        <Age timestamp={pod.createdAt} />
        {pod.node && ` · node ${pod.node}`}
      </Text>
      <Text as="p" variant="body-small" className={styles.line}>
        {pod.containers.map(getContainerSentence).join(' · ')}
      </Text>
      {pod.cause && (
        <Text as="p" variant="body-small" className={styles.line}>
          {getCauseMeaning(pod.cause)} <code>{getCauseMessage(pod.cause)}</code>
        </Text>
      )}
    </li>
  );
}
