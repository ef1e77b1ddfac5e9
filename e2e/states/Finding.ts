import type { ExpectedVerdict } from './verdicts';

/** What was told of a state. */
export interface Finding {
  /** By the portal. */
  verdict: ExpectedVerdict;
  /** By kubectl, in its first line. */
  kubectl: string;
  /** What the portal said beyond its verdict. */
  said?: string;
}

/** How a state turned out in one cluster. */
export interface Outcome {
  state: string;
  cluster: string;
  finding?: Finding;
  failure?: Error;
  /** Why it was left out on this machine. */
  missing?: string;
  /** Why the cluster can't show it on any machine. */
  departs?: string;
}
