import type {
  EnvironmentProblem,
  EnvironmentRollouts,
  EnvironmentState,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { Tone } from './tones';

export const environmentStateWordings: Record<
  EnvironmentState,
  { word: string; tone: Tone; problem?: EnvironmentProblem }
> = {
  syncing: { word: 'Loading', tone: 'announcement' },
  live: { word: 'Live', tone: 'positive' },
  stale: {
    word: 'Stale',
    tone: 'warning',
    problem: {
      message: 'What is shown may be out of date.',
      remedy: 'The portal keeps trying to reach the cluster.',
    },
  },
  denied: {
    word: 'Denied',
    tone: 'negative',
    problem: {
      message: 'The cluster does not let the portal read this namespace.',
      remedy:
        'Ask the portal’s operator to check the role of the Kubernetes plugin on this cluster.',
    },
  },
  unreachable: {
    word: 'Unreachable',
    tone: 'negative',
    problem: {
      message: 'The cluster does not answer.',
      remedy:
        'The portal keeps trying; if it lasts, ask its operator to check the cluster’s address and network.',
    },
  },
  refused: {
    word: 'Refused',
    tone: 'negative',
    problem: {
      message: 'The portal’s configuration does not allow this component here.',
      remedy:
        'Ask the portal’s operator to add its owner and namespace to eksDeploy.environments.',
    },
  },
};

/** What keeps an Environment from being shown in full; the backend's own words where it has any. */
export function getEnvironmentProblem({
  problem,
  state,
}: EnvironmentRollouts): EnvironmentProblem | undefined {
  return problem ?? environmentStateWordings[state].problem;
}

/** Whether changes here reach the people the service is for. */
export function isProduction(environment: string): boolean {
  return /(^|-)prod(uction)?($|-)/.test(environment);
}
