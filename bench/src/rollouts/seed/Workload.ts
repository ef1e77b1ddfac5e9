import type { BenchEntity } from '../backend/BackendCalls';

/** A Deployment of the seed; the component of its name owns it. */
export interface Workload extends BenchEntity {
  replicas: number;
}

export interface SeedSize {
  deployments: number;
  pods: number;
  namespaces: number;
}

/** The Deployments, dealt out over the namespaces; pods that don't divide go to the first. */
export function listWorkloads(size: SeedSize): Workload[] {
  const { deployments, pods, namespaces } = size;
  return Array.from({ length: deployments }, (_, index) => ({
    name: `service-${String(index).padStart(4, '0')}`,
    namespace: toNamespace(index % namespaces),
    replicas:
      Math.floor(pods / deployments) + (index < pods % deployments ? 1 : 0),
  }));
}

export function toNamespace(index: number): string {
  return `team-${String(index).padStart(2, '0')}`;
}

/** Components that nothing runs of, each in an empty namespace of its own, as many as there are namespaces with pods. */
export function listBare({ namespaces }: SeedSize): Workload[] {
  return Array.from({ length: namespaces }, (_, index) => {
    const name = `bare-${String(index).padStart(2, '0')}`;
    return { name, namespace: name, replicas: 0 };
  });
}
