/** Something that one of the parties to a contract does, and that our code relies on. */
export interface Behaviour<Subject> {
  /** A sentence: what does it, and what it does. */
  name: string;
  /** Brings it about and fails, by throwing, if it is otherwise. */
  check(subject: Subject): Promise<void>;
}

/** The behaviours of one thing, each named by the rest of a sentence about it. */
export function behaviours<Subject>(
  about: string,
  checks: Record<string, Behaviour<Subject>['check']>,
): Behaviour<Subject>[] {
  return Object.entries(checks).map(([does, check]) => ({
    name: `${about} ${does}`,
    check,
  }));
}
