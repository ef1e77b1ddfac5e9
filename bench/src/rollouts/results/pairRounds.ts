import type { Pair } from '../../measure/compare';
import type { RoundResult } from '../rounds/RoundResult';
import type { Rounds } from './Findings';

/** A quantity of both sides, round for round. */
export function pairRounds(
  { ours, peer }: Rounds,
  of: (round: RoundResult) => number | undefined,
): Pair[] {
  return ours.map((round, index) => ({
    ours: of(round),
    peer: of(peer[index]),
  }));
}
