import type { Database, Scene } from './Scene';

/** Something that an attacker does to a running portal. */
export interface Attack {
  /** What the attacker wants, as a row of the table. */
  name: string;
  /** Number of the finding that it repeats, e.g. `14c`; of a form that nobody wrote down, the nearest one. */
  finding: string;
  /** What must be answered, in a few words. */
  expected: string;
  /** The only database that it has to do with; it is run on both by default. */
  only?: Database;
  /** Waits for most of its time: runs beside the others of its phase. */
  beside?: boolean;
  /** Milliseconds after which it has failed; two minutes by default. */
  withinMs?: number;
  /** Why this machine can't show it, in a sentence with the remedy. */
  missing?(scene: Scene): Promise<string | undefined>;
  /** Attacks. What it started, it ends; what it throws is a failure. */
  run(scene: Scene): Promise<AttackResult>;
}

/** What came of an attack. */
export interface AttackResult {
  /** What was answered, in a few words. */
  answered: string;
  /** Each success of the attacker, in a sentence; none when the portal withstood. */
  successes: string[];
  /** Answers of 500 that are right, as what they need was broken on purpose; none by default. */
  excused?: number;
}

/** Attacks that run in one another's presence; a phase begins when the one before has ended. */
export type Phase = Attack[];
