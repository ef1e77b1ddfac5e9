/**
 * How many pods each tier of a service may have.
 *
 * @public
 */
export interface ReplicaAnswers {
  /** Fewest pods; not checked if left out. */
  minReplicas?: number;
  /** Most pods; not checked if left out. */
  maxReplicas?: number;
}

/**
 * What can't work about the numbers of pods, and what would: the same sentence for the wizard's form and the API.
 *
 * @returns nothing if all is well
 * @public
 */
export function findReplicaProblems(answers: ReplicaAnswers): string[] {
  const { minReplicas, maxReplicas } = answers;
  if (minReplicas === undefined || maxReplicas === undefined) {
    return [];
  }
  return minReplicas > maxReplicas
    ? [
        `maxReplicas: ${maxReplicas} is less than minReplicas, ${minReplicas}; use ${minReplicas} or more`,
      ]
    : [];
}
