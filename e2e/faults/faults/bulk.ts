import type { Namespace } from '../cluster/Namespace';

const WORKLOADS = 10;
const CONTAINERS = 100;
const STIRS = 20;
/** The longest part of a path that a registry takes. */
const LONG_PATH = 'x'.repeat(200);

/** Workloads without pods but with many images, so that each change of one is some 25 kB long. */
export async function createBulk(namespace: Namespace): Promise<void> {
  const images = Array.from(
    { length: CONTAINERS },
    (_, index) => `registry.example.com/${LONG_PATH}:${index}`,
  );
  for (const workload of names()) {
    await namespace.createWorkload(workload, 0, images);
  }
}

/** Changes each of them again and again: 5 MB for each viewer. */
export async function stirBulk(namespace: Namespace): Promise<void> {
  for (let stir = 0; stir < STIRS; stir++) {
    await Promise.all(
      names().map(workload =>
        namespace.annotate(workload, 'kubernetes.io/change-cause', `${stir}`),
      ),
    );
  }
}

function names(): string[] {
  return Array.from({ length: WORKLOADS }, (_, index) => `bulk-${index}`);
}
