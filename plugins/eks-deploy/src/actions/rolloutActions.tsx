import {
  RiArrowGoBackLine,
  RiRestartLine,
  RiRocketLine,
} from '@remixicon/react';
import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_PROJECT_SLUG,
  type Rollout,
  type RolloutCommandName,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { ComponentType } from 'react';
import type { RolloutDialogProps } from './RolloutDialogProps';
import { RedeployDialog } from './RedeployDialog';
import { RestartDialog } from './RestartDialog';
import { RollbackDialog } from './RollbackDialog';

/** The button for a Rollout command. */
export interface RolloutAction {
  name: string;
  icon: JSX.Element;
  Dialog: ComponentType<RolloutDialogProps>;
  /** Why the command is not possible now; undefined when it is. */
  getObstacle(rollout: Rollout, entity: Entity): string | undefined;
}

/** The action of each Rollout command, in the order of the buttons. */
export const rolloutActions: Record<RolloutCommandName, RolloutAction> = {
  restart: {
    name: 'Restart',
    icon: <RiRestartLine aria-hidden="true" />,
    Dialog: RestartDialog,
    getObstacle: rollout =>
      getPausedObstacle(rollout) ?? getScaledObstacle(rollout),
  },
  rollback: {
    name: 'Roll back',
    icon: <RiArrowGoBackLine aria-hidden="true" />,
    Dialog: RollbackDialog,
    getObstacle: rollout =>
      rollout.revision === 0
        ? 'the cluster has not numbered a Revision yet.'
        : getPausedObstacle(rollout) ?? getHistoryObstacle(rollout),
  },
  redeploy: {
    name: 'Redeploy',
    icon: <RiRocketLine aria-hidden="true" />,
    Dialog: RedeployDialog,
    getObstacle: (rollout, entity) =>
      getPausedObstacle(rollout) ?? getRepositoryObstacle(entity),
  },
};

function getPausedObstacle({ status, workload }: Rollout) {
  return status.phase === 'paused'
    ? `the Deployment is paused; resume it first (kubectl rollout resume deployment/${workload}).`
    : undefined;
}

function getHistoryObstacle({ status }: Rollout) {
  return status.notes?.some(({ kind }) => kind === 'no-history')
    ? 'the Deployment keeps no earlier Revision (its revisionHistoryLimit is 0); redeploy an earlier image instead.'
    : undefined;
}

function getScaledObstacle({ status }: Rollout) {
  return status.counts.desired === 0
    ? 'the Deployment is scaled to 0, so there is no pod to replace.'
    : undefined;
}

function getRepositoryObstacle({ metadata }: Entity) {
  return metadata.annotations?.[ANNOTATION_PROJECT_SLUG]
    ? undefined
    : `the component names no repository whose deploy workflow could run; set the annotation ${ANNOTATION_PROJECT_SLUG}.`;
}
