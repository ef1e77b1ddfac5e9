import type { SideName } from '../backend/BackendCalls';
import type { DeadClusterResult } from '../rounds/playDeadCluster';
import type { SoakResult } from '../rounds/playSoak';
import type { RoundResult } from '../rounds/RoundResult';

/** All that the bench found of both sides. */
export interface Findings {
  /** As many of each side, round for round. */
  rounds: Record<SideName, RoundResult[]>;
  soak: Record<SideName, SoakResult>;
  deadCluster: Record<SideName, DeadClusterResult>;
}
