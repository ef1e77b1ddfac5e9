import type { Scene } from './Scene';

/** Something that a cluster does and our code, or our users' kubectl, relies on. Other contracts have other subjects. */
export interface Behaviour<Subject = Scene> {
  /** A sentence: what does it, and what it does. */
  name: string;
  /** Brings it about and fails, by throwing, if it is otherwise. */
  check(subject: Subject): Promise<void>;
}

/** The behaviours of one thing, each named by the rest of a sentence about it. */
export function behaviours<Subject = Scene>(
  about: string,
  checks: Record<string, Behaviour<Subject>['check']>,
): Behaviour<Subject>[] {
  return Object.entries(checks).map(([does, check]) => ({
    name: `${about} ${does}`,
    check,
  }));
}
