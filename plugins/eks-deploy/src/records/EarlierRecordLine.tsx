import { Text } from '@backstage/ui';
import type { DeploymentRecord } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { Age } from '../time';
import { getRecordTitle, recordStatusWordings } from '../wording';
import styles from './RecordLine.module.css';

export interface EarlierRecordLineProps {
  record: DeploymentRecord;
}

/** What was done before the current Revision came: `Before: Restarted, succeeded, 5 minutes ago`. */
export function EarlierRecordLine({ record }: EarlierRecordLineProps) {
  return (
    <Text
      as="p"
      variant="body-small"
      color="secondary"
      className={styles.message}
    >
      Before: {getRecordTitle(record)},{' '}
      {recordStatusWordings[record.status].word}
      , <Age timestamp={record.requestedAt} />
    </Text>
  );
}
