import { ConflictError, NotFoundError } from '@backstage/errors';
import type {
  ClusterClient,
  GithubClient,
  WorkflowJob,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { applyPatch } from 'rfc6902';
import type {
  ArgoRolloutObject,
  DeploymentObject,
  PodObject,
  ReplicaSetObject,
} from '../workloads';

/** A cluster that holds one Deployment and its ReplicaSets, and no controller. */
export function aCluster(objects: {
  deployment?: DeploymentObject;
  replicaSets?: ReplicaSetObject[];
  argoRollouts?: ArgoRolloutObject[];
  pods?: PodObject[];
}) {
  const state = {
    ...{ replicaSets: [], argoRollouts: [], pods: [] },
    ...objects,
  };
  const find = (path: string) => {
    const { deployment } = state;
    if (!deployment || !path.endsWith(`/${deployment.metadata?.name}`)) {
      throw new NotFoundError(`${path} does not exist`);
    }
    return deployment;
  };
  const client: Record<keyof ClusterClient, jest.Mock> = {
    get: jest.fn(async ({ path }) => find(path)),
    patch: jest.fn(async ({ path, patch }) => {
      const changed = structuredClone(find(path));
      if (applyPatch(changed, patch).some(Boolean)) {
        throw new ConflictError(`${path} is not as it was seen`);
      }
      changed.metadata = {
        ...changed.metadata,
        generation: (changed.metadata?.generation ?? 0) + 1,
      };
      state.deployment = changed;
      return changed;
    }),
    list: jest.fn(async ({ path, onItem }) => {
      const lists: Record<string, object[]> = {
        rollouts: state.argoRollouts,
        replicasets: state.replicaSets,
        pods: state.pods,
      };
      const items = lists[path.slice(path.lastIndexOf('/') + 1)] ?? [];
      items.forEach(item => onItem(item, 1));
      return { resourceVersion: '1' };
    }),
    watch: jest.fn(),
    lines: jest.fn(),
  };

  return { client, state };
}

/** A GitHub whose runs are the test's to tell. */
export function aGithub() {
  return {
    dispatchWorkflow: jest.fn(),
    findWorkflowRun: jest.fn(),
    getWorkflowRun: jest.fn(),
    listWorkflowJobs: jest.fn(async () => [] as WorkflowJob[]),
    findNewerRun: jest.fn(),
  } satisfies Record<keyof GithubClient, jest.Mock>;
}
