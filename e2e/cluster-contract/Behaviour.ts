import type { Scene } from './Scene';

/** Something that a cluster does and our code, or our users' kubectl, relies on. */
export interface Behaviour {
  /** A sentence: what does it, and what it does. */
  name: string;
  /** Brings it about and fails, by throwing, if it is otherwise. */
  check(scene: Scene): Promise<void>;
}

/** The behaviours of one thing, each named by the rest of a sentence about it. */
export function behaviours(
  subject: string,
  checks: Record<string, Behaviour['check']>,
): Behaviour[] {
  return Object.entries(checks).map(([does, check]) => ({
    name: `${subject} ${does}`,
    check,
  }));
}
