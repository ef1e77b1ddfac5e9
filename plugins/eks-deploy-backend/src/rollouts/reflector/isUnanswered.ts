import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  ClusterBusyError,
  ClusterDeniedError,
  ClusterGoneError,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';

const ANSWERS = [
  ClusterBusyError,
  ClusterGoneError,
  ConflictError,
  InputError,
  NotFoundError,
];

/** Whether an error says that the cluster may be away for all alike: no answer, a 5xx, or a sign-in that fails. */
export function isUnanswered(error: unknown): boolean {
  return error instanceof ClusterDeniedError
    ? error.refused === 'sign-in'
    : !ANSWERS.some(Answer => error instanceof Answer);
}
