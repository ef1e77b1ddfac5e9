import { InputError, NotFoundError } from '@backstage/errors';
import type { ClusterClient } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { toReplicaSetRow } from '../rollouts/rows';
import type { DeployTarget } from '../targets';
import {
  findMainContainer,
  readOwnedWorkload,
  readPods,
  type PodObject,
} from '../workloads';

/** Each is a connection to the cluster for as long as the log is followed. */
const MOST_PODS = 20;

/** Which logs are asked for. */
export interface LogChoice {
  pod?: string;
  revision?: number;
  container?: string;
  previous?: boolean;
  follow?: boolean;
  tailLines?: number;
}

/** A container whose log is read. */
export interface LogSource {
  pod: string;
  container: string;
}

/**
 * The containers whose logs are asked for: of one pod, or of all pods of a Revision, the newest by default.
 *
 * @throws NotFoundError if the Workload has no such pod; InputError if a pod has no such container.
 */
export async function chooseLogs(
  clusters: ClusterClient,
  target: DeployTarget,
  workload: string,
  { pod: name, revision, container }: LogChoice,
): Promise<LogSource[]> {
  const owned = await readOwnedWorkload(clusters, target, workload);
  const pods = await readPods(clusters, target, owned);
  const replicaSets = owned.replicaSets.map(toReplicaSetRow);
  const wanted =
    revision ?? Math.max(0, ...replicaSets.map(row => row.revision));
  const uids = new Set(
    replicaSets.filter(row => row.revision === wanted).map(({ uid }) => uid),
  );
  const chosen = pods.filter(pod =>
    name === undefined
      ? // Kinds without ReplicaSets tell no Revisions apart.
        replicaSets.length === 0 || isControlledBy(pod, uids)
      : pod.metadata?.name === name,
  );
  if (chosen.length === 0) {
    throw new NotFoundError(
      name === undefined
        ? `${workload} has no pod of revision ${wanted}; choose another revision`
        : `${workload} has no pod ${name}; it may have been replaced, list its pods again`,
    );
  }
  return chosen.slice(0, MOST_PODS).map(pod => ({
    pod: pod.metadata?.name ?? '',
    container: findContainer(pod, container),
  }));
}

function isControlledBy({ metadata }: PodObject, uids: Set<string>): boolean {
  return (metadata?.ownerReferences ?? []).some(
    ({ controller, uid }) => controller && uids.has(uid),
  );
}

function findContainer(pod: PodObject, name: string | undefined): string {
  const { metadata, spec } = pod;
  const names = [
    ...(spec?.containers ?? []),
    ...(spec?.initContainers ?? []),
  ].map(container => container.name);
  if (name !== undefined && !names.includes(name)) {
    throw new InputError(
      `Pod ${metadata?.name} has no container '${name}'; it has ${names.join(
        ', ',
      )}`,
    );
  }
  return name ?? findMainContainer(pod)?.name ?? '';
}
