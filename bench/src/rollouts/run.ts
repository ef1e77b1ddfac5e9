import type { SideName } from './backend/BackendCalls';
import type { BenchOptions, BenchPart } from './options';
import type { Findings, Rounds } from './results/Findings';
import { playDeadCluster } from './rounds/playDeadCluster';
import { playRound } from './rounds/playRound';
import { playSoak } from './rounds/playSoak';
import { openScene } from './scene/openScene';
import type { Scene } from './scene/Scene';

const SIDES: SideName[] = ['ours', 'peer'];

/** Measures both sides on one cluster. */
export async function run(
  options: BenchOptions,
  onProgress: (message: string) => void,
): Promise<Findings> {
  const scene = await openScene(options, onProgress);
  const runs = (part: BenchPart) => options.parts.includes(part);
  try {
    const findings: Findings = {};
    if (runs('rounds')) {
      findings.rounds = await playRounds(scene, onProgress);
    }
    if (runs('dead')) {
      onProgress('one of three clusters dead');
      findings.dead = {
        ours: await playDeadCluster(
          scene,
          'ours',
          options.size.deadClusterPairs,
        ),
        // What one pair of windows tells of it, more don't change.
        peer: await playDeadCluster(scene, 'peer', 1),
      };
    }
    if (runs('heap')) {
      onProgress('heap and soak');
      findings.heap = {
        ours: await playSoak(scene, 'ours'),
        peer: await playSoak(scene, 'peer'),
      };
    }
    return findings;
  } finally {
    await scene.close();
  }
}

/** Both sides in turns; the side that begins changes with each round. */
async function playRounds(
  scene: Scene,
  onProgress: (message: string) => void,
): Promise<Rounds> {
  const rounds: Rounds = { ours: [], peer: [] };
  const count = scene.options.size.rounds;
  for (let round = 1; round <= count; round += 1) {
    for (const side of round % 2 === 1 ? SIDES : [...SIDES].reverse()) {
      onProgress(`round ${round} of ${count}: ${side}`);
      rounds[side].push(await playRound(scene, side, round));
    }
  }
  return rounds;
}
