import {
  findEnvironmentProblems,
  findReplicaProblems,
  type EnvironmentAnswers,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';

/** Takes what the form has against a value. */
interface Validation {
  addError(message: string): void;
}

/** Refuses environments that don't fit each other, or whose answers don't, as the scaffolder will. */
export function validateEnvironments(
  environments: Array<Partial<EnvironmentAnswers>>,
  validation: Validation,
): void {
  findEnvironmentProblems(environments).forEach(validation.addError);
}

/** Refuses fewer pods at most than at least, as the scaffolder will. */
export function validateMaxReplicas(
  maxReplicas: number,
  validation: Validation,
  { formData: { minReplicas } }: { formData: { minReplicas?: unknown } },
): void {
  findReplicaProblems({
    minReplicas: typeof minReplicas === 'number' ? minReplicas : undefined,
    maxReplicas,
  }).forEach(validation.addError);
}
