import { InputError } from '@backstage/errors';
import type {
  ClusterClient,
  GithubClient,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { createDeployInputs } from '../workflows';
import { type CarryOutDeps, carryOut } from './carryOut';
import { createRestartPatch } from './createRestartPatch';
import { createRollbackPatch } from './createRollbackPatch';
import { findRollbackTarget } from './findRollbackTarget';
import { planPatch } from './planPatch';
import { readReplicaSets } from '../workloads';
import { readCommandable } from './readCommandable';
import type { RolloutCommands } from './RolloutCommands';
import { assertSeenRevision } from './seenRevision';

/** What the commands reach. */
export interface RolloutCommandsDeps extends CarryOutDeps {
  clusters: ClusterClient;
  github: GithubClient;
}

export function createRolloutCommands(
  deps: RolloutCommandsDeps,
): RolloutCommands {
  const { clusters, clock, github } = deps;

  return {
    restart: (ref, workload, body, context) =>
      carryOut(
        deps,
        { command: 'restart', ref, workload, body },
        context,
        async target => {
          const deployment = await readCommandable(clusters, target, workload);
          assertSeenRevision(deployment, body.fromRevision);
          const patch = createRestartPatch(deployment, clock.now());
          return planPatch(clusters, target, deployment, patch);
        },
      ),

    rollback: (ref, workload, body, context) =>
      carryOut(
        deps,
        { command: 'rollback', ref, workload, body },
        context,
        async target => {
          const deployment = await readCommandable(clusters, target, workload);
          assertSeenRevision(deployment, body.fromRevision);
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
      carryOut(
        deps,
        { command: 'redeploy', ref, workload, body },
        context,
        async (target, { id, environment }) => {
          const { repository, deployWorkflow: workflow } = target;
          if (!repository) {
            throw new InputError(
              `${target.entityRef} names no repository to deploy from; set its annotation github.com/project-slug to <owner>/<name>`,
            );
          }
          const deployment = await readCommandable(clusters, target, workload);
          assertSeenRevision(deployment, body.fromRevision);
          const replicaSets =
            body.image === undefined
              ? await readReplicaSets(clusters, target, deployment)
              : [];
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
