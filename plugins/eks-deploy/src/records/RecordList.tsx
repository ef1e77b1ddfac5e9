import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import type { DeploymentRecord } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { useId } from 'react';
import { Age } from '../time';
import { RecordLine } from './RecordLine';
import styles from './RecordList.module.css';

export interface RecordListProps {
  records: DeploymentRecord[];
}

/** The component's history: who had what done, when, why, and how it ended. */
export function RecordList({ records }: RecordListProps) {
  const headingId = useId();
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <Text
        as="h2"
        variant="title-small"
        id={headingId}
        className={styles.title}
      >
        History
      </Text>
      {records.length === 0 ? (
        <Text as="p" color="secondary" className={styles.title}>
          Nothing has been done from here yet. Restarts, rollbacks and redeploys
          will be listed with who asked for them and how they ended.
        </Text>
      ) : (
        <ol className={styles.list}>
          {records.map(record => (
            <li key={record.id} className={styles.item}>
              <RecordLine record={record} />
              <Text
                as="p"
                variant="body-small"
                color="secondary"
                className={styles.who}
              >
                {record.workload} in {record.environment} ·{' '}
                <EntityRefLink entityRef={record.requestedBy} hideIcon /> ·{' '}
                <Age timestamp={record.requestedAt} />
              </Text>
              {record.reason && (
                <Text as="p" variant="body-small" className={styles.reason}>
                  Why: {record.reason}
                </Text>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
