/** One thing that is wrong with a generated repository, put there to see who notices. */
export interface Fault {
  /** Checker that it is planted for. */
  for: string;
  /** What is wrong, in a few words. */
  what: string;
  /** Case that it is planted in. */
  case: string;
  path: string;
  /** What the file says, and what it says instead. */
  replace: [string | RegExp, string];
  /** Checkers that report it, each with words of its own; no other has anything to say. */
  reportedBy: Record<string, RegExp>;
}
