import type { FaultScene } from './FaultScene';
import type { Found } from './Found';
import type { World } from './World';

/** Something that goes wrong, brought about for a viewer. */
export interface Fault {
  /** Of its clusters, Environments, namespace and component; the first word says what is wrong. */
  slug: string;
  /** What goes wrong, as the table has it. */
  name: string;
  /** What is kept nevertheless, beside what is kept under every fault. */
  keeps: string;
  /**
   * What else goes on at the same time: `beside` others of its kind; `long` ones start first and last longer; what ails
   * the portal as a whole goes `alone`; what ails the API server comes last.
   */
  lane: 'beside' | 'long' | 'alone' | 'server';
  /** How many clusters the component runs in; one by default. */
  clusters?: number;
  /** Whether its connections go through a relay that can lose them without a word; only of one cluster. */
  relayed?: boolean;
  /** Why it can't be shown on this machine, in a sentence with the remedy. */
  missing?(world: World): string | undefined;
  /** Brings it about and fails, by throwing, if more is lost than may be. */
  check(scene: FaultScene): Promise<Found>;
}
