import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Alert, Button, Text } from '@backstage/ui';
import type { DeploymentRecord } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { useId } from 'react';
import { Age } from '../time';
import { getReadErrorMessage } from '../wording';
import { RecordLine } from './RecordLine';
import styles from './RecordList.module.css';
import { useEarlierRecords } from './useEarlierRecords';

/** How many records a stream's snapshot has at least, where there are more. */
const SNAPSHOT_RECORDS = 20;

export interface RecordListProps {
  /** The entity whose page shows the list. */
  entityRef: string;
  /** The newest ones. */
  records: DeploymentRecord[];
}

/** The component's history: who had what done, when, why, and how it ended. */
export function RecordList({ entityRef, records: newest }: RecordListProps) {
  const headingId = useId();
  const { records, complete, reading, readMore } = useEarlierRecords(
    entityRef,
    newest,
  );
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
                {record.entityRef !== entityRef && (
                  <>
                    through{' '}
                    <EntityRefLink entityRef={record.entityRef} hideIcon /> ·{' '}
                  </>
                )}
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
      {reading.error && (
        <Alert
          status="danger"
          title="The earlier history can’t be read"
          description={getReadErrorMessage(reading.error)}
        />
      )}
      {newest.length >= SNAPSHOT_RECORDS && !complete && (
        <div>
          <Button
            variant="secondary"
            onPress={readMore}
            isDisabled={reading.loading}
          >
            Show earlier
          </Button>
        </div>
      )}
    </section>
  );
}
