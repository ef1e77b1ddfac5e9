import type { ReflectorState } from './ReflectorState';

/** The state of what is followed, all but so many objects that were too long to be read. */
export function toLiveState(
  skipped: number,
  place: { cluster: string; namespace: string; resource: { plural: string } },
): ReflectorState {
  const { cluster, namespace, resource } = place;
  return {
    state: 'live',
    observedAt: new Date(),
    problem:
      skipped === 0
        ? undefined
        : {
            message: `${skipped} of the ${resource.plural} in namespace '${namespace}' of cluster '${cluster}' left out: too long to be read`,
            remedy:
              'let its owner make it smaller; the log of the portal says how long an object may be',
          },
  };
}
