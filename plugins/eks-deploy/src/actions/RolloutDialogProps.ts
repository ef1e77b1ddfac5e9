import type {
  DeploymentRecord,
  Rollout,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { WorkloadRef } from '../api';

/** What each command's dialog is given. */
export interface RolloutDialogProps {
  workloadRef: WorkloadRef;
  /** The Rollout as it is now; it may move on while the dialog is open. */
  rollout: Rollout;
  onAccepted: (record: DeploymentRecord) => void;
  onClose: () => void;
}
