import type { SideName } from './backend/BackendCalls';
import type { BenchOptions } from './options';
import type { Findings } from './results/Findings';
import { playDeadCluster } from './rounds/playDeadCluster';
import { playRound } from './rounds/playRound';
import { playSoak } from './rounds/playSoak';
import { openScene } from './scene/openScene';

const SIDES: SideName[] = ['ours', 'peer'];

/** Measures both sides in turns on one cluster; the side that begins changes with each round. */
export async function run(
  options: BenchOptions,
  onProgress: (message: string) => void,
): Promise<Findings> {
  const scene = await openScene(options, onProgress);
  try {
    const rounds: Findings['rounds'] = { ours: [], peer: [] };
    for (let round = 1; round <= options.size.rounds; round += 1) {
      for (const side of round % 2 === 1 ? SIDES : [...SIDES].reverse()) {
        onProgress(`round ${round} of ${options.size.rounds}: ${side}`);
        rounds[side].push(await playRound(scene, side, round));
      }
    }
    onProgress('one of three clusters dead');
    const deadCluster = {
      ours: await playDeadCluster(scene, 'ours'),
      peer: await playDeadCluster(scene, 'peer'),
    };
    onProgress('heap and soak');
    const soak = {
      ours: await playSoak(scene, 'ours'),
      peer: await playSoak(scene, 'peer'),
    };
    return { rounds, deadCluster, soak };
  } finally {
    await scene.close();
  }
}
