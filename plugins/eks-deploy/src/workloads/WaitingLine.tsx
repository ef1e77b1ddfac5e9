import { Text } from '@backstage/ui';
import type { RolloutStatus } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { useNow } from '../time';
import { getWaitingParts } from '../wording';
import styles from './WorkloadCard.module.css';

/** What a Rollout waits for, for how long, and when its deadline ends. */
export function WaitingLine({ status }: { status: RolloutStatus }) {
  const now = useNow();
  const parts = getWaitingParts(status, now);
  return parts.length === 0 ? null : (
    <Text
      as="p"
      variant="body-small"
      color="secondary"
      className={styles.sentence}
    >
      {parts.join(' · ')}
    </Text>
  );
}
