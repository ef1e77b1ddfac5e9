import { within } from '../contract/within';
import type { Attack, AttackResult, Phase } from './Attack';
import type { Scene } from './Scene';
import type { Load } from './world/Load';

const LONGEST_MS = 120_000;

/** How an attack turned out. */
export interface Outcome {
  attack: Attack;
  /** The portal that was attacked, e.g. `SQLite`. */
  portal: string;
  /** Hostile inputs that were sent. */
  inputs: number;
  seconds?: number;
  /** Answers of 500 that nothing excuses. */
  serverErrors: number;
  /** The highest while it went on. */
  load?: Load;
  /** None if it could not be carried out. */
  result?: AttackResult;
  failure?: Error;
  /** Why it was left out. */
  missing?: string;
}

/** Whether the portal withstood. */
export function isWithstood(outcome: Outcome): boolean {
  const { result, failure, missing, serverErrors } = outcome;
  return (
    !failure && !missing && serverErrors === 0 && result?.successes.length === 0
  );
}

/** An attack's row or line begins with it. */
export function markOf(outcome: Outcome): string {
  if (outcome.missing) {
    return '–';
  }
  return isWithstood(outcome) ? '✓' : '✗';
}

/** Carries out the attacks of each phase, one after another or beside one another. Never throws. */
export async function runAttacks(
  phases: Phase[],
  options: {
    scene: Scene;
    portal: string;
    onOutcome(outcome: Outcome): Promise<void>;
  },
): Promise<void> {
  const { scene, portal, onOutcome } = options;
  for (const phase of phases) {
    const beside = phase.filter(attack => attack.beside);
    const alone = phase.filter(attack => !attack.beside);
    const going = beside.map(attack => runOne(attack, scene, portal));
    for (const attack of alone) {
      await onOutcome(
        await checkAlive(await runOne(attack, scene, portal), scene),
      );
    }
    // Not before: the portal that they share must not be started again under another attack.
    for (const outcome of await Promise.all(going)) {
      await onOutcome(await checkAlive(outcome, scene));
    }
  }
}

async function runOne(
  attack: Attack,
  scene: Scene,
  portal: string,
): Promise<Outcome> {
  const before = count(scene);
  const since = Date.now();
  const outcome = await carryOut(attack, scene);
  const { inputs, serverErrors } = count(scene);
  const load = await measure(scene).catch(() => undefined);
  const excused = outcome.result?.excused ?? 0;
  return {
    ...{ attack, portal, load, ...outcome },
    seconds: Math.round((Date.now() - since) / 1_000),
    inputs: inputs - before.inputs,
    serverErrors: Math.max(0, serverErrors - before.serverErrors - excused),
  };
}

/** A portal that an attack has ended is there again for the next, and the attack has failed. */
async function checkAlive(outcome: Outcome, scene: Scene): Promise<Outcome> {
  const revived = await scene.portal.revive().catch(toError);
  if (!revived) {
    return outcome;
  }
  return {
    ...outcome,
    failure:
      revived instanceof Error
        ? revived
        : outcome.failure ?? new Error('The portal did not answer any more.'),
  };
}

async function carryOut(
  attack: Attack,
  scene: Scene,
): Promise<Pick<Outcome, 'result' | 'failure' | 'missing'>> {
  try {
    const missing = await attack.missing?.(scene);
    if (missing) {
      // What CI runs is never left out.
      return process.env.CI ? { failure: new Error(missing) } : { missing };
    }
    // What it finds on the way is its own load.
    if (!attack.beside) {
      await scene.portal.measure();
    }
    const { withinMs = LONGEST_MS } = attack;
    return { result: await within(withinMs, attack.run(scene)) };
  } catch (error) {
    return { failure: toError(error) };
  }
}

async function measure({ portal }: Scene): Promise<Load> {
  const { most } = await portal.measure();
  return most;
}

function count({ hostile }: Scene) {
  return {
    inputs: hostile.inputs,
    serverErrors: hostile.serverErrors.length,
  };
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(`${error}`);
}
