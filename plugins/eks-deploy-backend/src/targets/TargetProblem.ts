import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type { EnvironmentProblem } from '@eks-deploy/backstage-plugin-eks-deploy-common';

/**
 * Why an entity has no DeployTarget in an Environment, or its DeployTarget no deploy workflow.
 *
 * @alpha
 */
export interface TargetProblem extends EnvironmentProblem {
  /** An annotation can't work, the configuration does not allow it, or there is no such Environment. */
  kind: 'invalid' | 'not-allowed' | 'not-found';
}

const errors = {
  invalid: InputError,
  'not-allowed': NotAllowedError,
  'not-found': NotFoundError,
};

/** The error that answers a request for such a target. */
export function toTargetError(problem: TargetProblem): Error {
  const { kind, message, remedy } = problem;
  return new errors[kind](`${message}: ${remedy}`);
}
