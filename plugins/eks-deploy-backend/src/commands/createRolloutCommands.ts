import type {
  ClusterClient,
  GithubClient,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { toTargetError } from '../targets';
import { createDeployInputs } from '../workflows';
import { createRestartPatch } from './createRestartPatch';
import { createRollbackPatch } from './createRollbackPatch';
import { endCompleteRollouts } from './endCompleteRollouts';
import { findRollbackTarget } from './findRollbackTarget';
import { planPatch } from './planPatch';
import { readReplicaSets } from '../workloads';
import { readCommandable } from './readCommandable';
import type { RolloutCommands } from './RolloutCommands';
import { type RunCommandDeps, runCommand } from './runCommand';
import { assertSeenRevision } from './seenRevision';

/** What the commands reach. */
export interface RolloutCommandsDeps extends RunCommandDeps {
  clusters: ClusterClient;
  github: GithubClient;
}

export function createRolloutCommands(
  deps: RolloutCommandsDeps,
): RolloutCommands {
  const { clusters, clock, github } = deps;

  return {
    restart: (ref, workload, body, context) =>
      runCommand(
        deps,
        { command: 'restart', ref, workload, body },
        context,
        async (target, record) => {
          const deployment = await readCommandable(clusters, target, workload);
          assertSeenRevision(deployment, body.fromRevision);
          await endCompleteRollouts(deps, deployment, record);
          const patch = createRestartPatch(deployment, clock.now());
          return planPatch(clusters, target, deployment, patch);
        },
      ),

    rollback: (ref, workload, body, context) =>
      runCommand(
        deps,
        { command: 'rollback', ref, workload, body },
        context,
        async (target, record) => {
          const deployment = await readCommandable(clusters, target, workload);
          assertSeenRevision(deployment, body.fromRevision);
          await endCompleteRollouts(deps, deployment, record);
          const replicaSets = await readReplicaSets(
            clusters,
            target,
            deployment,
          );
          const patch = createRollbackPatch(
            deployment,
            findRollbackTarget(deployment, replicaSets, body.toRevision),
          );
          return planPatch(clusters, target, deployment, patch);
        },
      ),

    redeploy: (ref, workload, body, context) =>
      runCommand(
        deps,
        { command: 'redeploy', ref, workload, body },
        context,
        async (target, { id, environment }) => {
          const { deployWorkflow } = target;
          if ('problem' in deployWorkflow) {
            throw toTargetError(deployWorkflow.problem);
          }
          const { repository, file: workflow } = deployWorkflow;
          const deployment = await readCommandable(clusters, target, workload);
          assertSeenRevision(deployment, body.fromRevision);
          const replicaSets = await readReplicaSets(
            clusters,
            target,
            deployment,
          );
          const inputs = createDeployInputs(deployment, replicaSets, body, {
            id,
            environment,
          });
          return {
            trail: { type: 'workflow-run', repository, workflow },
            image: inputs.image,
            write: async () => ({
              workflowRun: await github.dispatchWorkflow({
                repository,
                workflow,
                inputs,
              }),
            }),
          };
        },
      ),
  };
}
