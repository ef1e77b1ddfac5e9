import { Alert } from '@backstage/ui';
import type {
  RolloutCause,
  RolloutPhase,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { Age } from '../time';
import { causeWordings, getCauseEvidence } from '../wording';
import styles from './CauseAlert.module.css';

export interface CauseAlertProps {
  cause: RolloutCause;
  phase: RolloutPhase;
}

/** Why a Rollout does not get on: what it means, what the cluster says, what usually helps. */
export function CauseAlert({ cause, phase }: CauseAlertProps) {
  const { meaning, remedy } = causeWordings[cause.kind];
  return (
    <Alert
      icon
      status={phase === 'failed' ? 'danger' : 'warning'}
      title={meaning}
      description={
        <>
          <span className={styles.evidence}>
            {getCauseEvidence(cause)}
            {cause.since && (
              <>
                {' · '}
                <Age timestamp={cause.since} />
              </>
            )}
          </span>
          <span className={styles.remedy}>{remedy}</span>
        </>
      }
    />
  );
}
