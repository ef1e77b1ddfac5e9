import { Link, Text } from '@backstage/ui';
import type { DeploymentRecord } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { recordStatusIcons, StatusBadge } from '../status';
import { useNow } from '../time';
import {
  getRecordOutcome,
  getRecordTitle,
  isActive,
  recordStatusWordings,
} from '../wording';
import styles from './RecordLine.module.css';

export interface RecordLineProps {
  record: DeploymentRecord;
}

/** What was done last, and how it ended: `Rolled back from revision 7 to 5 · succeeded · took 14 s`. */
export function RecordLine({ record }: RecordLineProps) {
  const now = useNow();
  return (
    <div className={styles.line}>
      <Text variant="body-medium" weight="bold">
        {getRecordTitle(record)}
      </Text>
      <StatusBadge
        icon={recordStatusIcons[record.status]}
        tone={recordStatusWordings[record.status].tone}
        busy={isActive(record)}
      >
        {getRecordOutcome(record, now)}
      </StatusBadge>
      {record.workflowRun && (
        <Link
          href={record.workflowRun.url}
          target="_blank"
          variant="body-small"
        >
          Workflow run {record.workflowRun.id}
        </Link>
      )}
      {record.workflowRun?.failedJob && (
        <Link
          href={record.workflowRun.failedJob.url}
          target="_blank"
          variant="body-small"
        >
          Failed job {record.workflowRun.failedJob.name}
        </Link>
      )}
      {record.message && (
        <Text as="p" variant="body-small" className={styles.message}>
          {record.message}
        </Text>
      )}
    </div>
  );
}
