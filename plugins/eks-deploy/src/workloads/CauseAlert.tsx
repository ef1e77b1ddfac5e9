import { Alert } from '@backstage/ui';
import type {
  RolloutCause,
  RolloutPhase,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import {
  causeWordings,
  getCauseMeaning,
  getCauseMessage,
  getOtherCauseMeaning,
} from '../wording';
import styles from './CauseAlert.module.css';
import { CauseTimes } from './CauseTimes';

export interface CauseAlertProps {
  cause: RolloutCause;
  /** What else is wrong. */
  others?: RolloutCause[];
  phase: RolloutPhase;
}

/** Why a Rollout does not get on: what it means, what the cluster says, what usually helps. */
export function CauseAlert({ cause, others = [], phase }: CauseAlertProps) {
  const { remedy } = causeWordings[cause.kind];
  return (
    <Alert
      icon
      status={getAlertStatus(cause, phase)}
      title={getCauseMeaning(cause)}
      description={
        <>
          <span className={styles.remedy}>{remedy}</span>
          <span className={styles.message} title={cause.message}>
            {getCauseMessage(cause)}
          </span>
          <span className={styles.place}>
            <CauseTimes cause={cause} />
          </span>
          {others.length > 0 && (
            <span className={styles.place}>
              Also:{' '}
              {others
                .map(other => getOtherCauseMeaning(other, cause))
                .join(' ')}
            </span>
          )}
        </>
      }
    />
  );
}

/** Waiting for somebody's decision is no trouble. */
function getAlertStatus({ kind }: RolloutCause, phase: RolloutPhase) {
  if (kind === 'awaiting-promotion') {
    return 'info';
  }
  return phase === 'failed' || phase === 'aborted' ? 'danger' : 'warning';
}
