import type { Rollout } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { count } from './count';

/** What replacing a Workload's pods means for those that it serves. */
export interface Replacement {
  /** Whether a moment without an available pod is ruled out, can't be ruled out, or can't be avoided. */
  outage: 'none' | 'possible' | 'certain';
  sentence: string;
}

/**
 * What happens while all pods of a Workload are replaced, by its strategy and the pods it has now.
 *
 * A Deployment's controller stops an old pod only while more pods are available than its strategy requires, so pods that
 * aren't available now are not counted on. A PodDisruptionBudget has no say: it binds evictions only.
 *
 * @param sameTemplate - Whether the new pods are like the old ones, as after a restart.
 */
export function getReplacement(
  {
    status: {
      counts: { desired, available },
    },
    strategy,
  }: Pick<Rollout, 'status' | 'strategy'>,
  sameTemplate: boolean,
): Replacement {
  const one = desired === 1;
  const alike = sameTemplate ? ' with the same image and settings' : '';
  const replaced = `${count(desired, 'pod')} will be replaced by ${
    one ? 'a new one' : 'new ones'
  }${alike}`;
  const stopped = one
    ? `Its only pod will be stopped before a new one${alike} starts`
    : `${desired} pods will be stopped before new ones${alike} start`;
  if (desired === 0) {
    return {
      outage: 'none',
      sentence:
        'It is scaled to 0 pods, so there is nothing to replace. Pods that start later are new in any case.',
    };
  }
  if (!strategy) {
    return {
      outage: 'possible',
      sentence: `${replaced}; the portal doesn’t know how many keep serving meanwhile.`,
    };
  }
  if (strategy.type === 'Recreate') {
    return {
      outage: 'certain',
      sentence: `${stopped} (strategy Recreate).`,
    };
  }
  const { maxSurge, maxUnavailable } = strategy;
  const kept = desired - maxUnavailable;
  const limits = `(maxSurge ${maxSurge}, maxUnavailable ${maxUnavailable})`;
  if (kept <= 0) {
    return maxSurge === 0
      ? { outage: 'certain', sentence: `${stopped} ${limits}.` }
      : {
          outage: 'possible',
          sentence: `${replaced}. Its strategy lets all of them stop before a new one is available ${limits}.`,
        };
  }
  if (available === 0) {
    return {
      outage: 'none',
      sentence: `${replaced}. None is available now.`,
    };
  }
  if (available <= kept && available < desired) {
    return {
      outage: 'none',
      sentence: `${replaced}. Only ${available} of ${desired} ${
        available === 1 ? 'is' : 'are'
      } available now; the cluster stops none of these before new ones are available.`,
    };
  }
  return {
    outage: 'none',
    sentence:
      kept === desired
        ? `${replaced}, each only after a new one is available ${limits}.`
        : `${replaced}, step by step: at least ${kept} of ${desired} stay available meanwhile ${limits}.`,
  };
}
