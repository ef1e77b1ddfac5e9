import type { ReflectorState } from './ReflectorState';
import { MOST_ROWS } from './resources';

/** The state of what is followed, but for the objects that were too long to be read, or too many to be kept. */
export function toLiveState(
  { skipped, overflowed }: { skipped: number; overflowed: boolean },
  place: { cluster: string; namespace: string; resource: { plural: string } },
): ReflectorState {
  const { cluster, namespace, resource } = place;
  if (overflowed) {
    return {
      state: 'live',
      observedAt: new Date(),
      problem: {
        message: `There are more than ${MOST_ROWS} ${resource.plural} in namespace '${namespace}' of cluster '${cluster}'; the portal keeps no more of them, so what it shows may be wrong`,
        remedy:
          "let the namespace's owner delete what is no longer needed, or move some of it to another namespace",
      },
    };
  }
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
