import type { SideName } from '../backend/BackendCalls';
import type { DeadClusterResult } from '../rounds/playDeadCluster';
import type { SoakResult } from '../rounds/playSoak';
import type { RoundResult } from '../rounds/RoundResult';

/** All that the bench found of both sides, by its parts; of those that were not run, nothing. */
export interface Findings {
  /** As many of each side, round for round. */
  rounds?: Rounds;
  dead?: Record<SideName, DeadClusterResult>;
  heap?: Record<SideName, SoakResult>;
}

export type Rounds = Record<SideName, RoundResult[]>;
