import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type { EnvironmentProblem } from '@eks-deploy/backstage-plugin-eks-deploy-common';

/** Why an entity has no DeployTarget in an Environment. */
export interface TargetProblem extends EnvironmentProblem {
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
