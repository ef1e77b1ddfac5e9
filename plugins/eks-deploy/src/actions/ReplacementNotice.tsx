import { Alert, Text } from '@backstage/ui';
import type { Rollout } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { getReplacement } from '../wording';

export interface ReplacementNoticeProps {
  rollout: Rollout;
  /** Whether the new pods are like the old ones, as after a restart. */
  sameTemplate?: boolean;
}

const titles = {
  possible: 'It may be down meanwhile',
  certain: 'It will be down meanwhile',
};

/** What replacing the pods means for those that the Workload serves. */
export function ReplacementNotice({
  rollout,
  sameTemplate = false,
}: ReplacementNoticeProps) {
  const { outage, sentence } = getReplacement(rollout, sameTemplate);
  return outage === 'none' ? (
    <Text as="p" style={{ margin: 0 }}>
      {sentence}
    </Text>
  ) : (
    <Alert
      icon
      status="warning"
      title={titles[outage]}
      description={sentence}
    />
  );
}
