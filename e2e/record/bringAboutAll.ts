import type { HaltableCluster } from '../cluster-contract/HaltableCluster';
import type { Scene } from '../cluster-contract/Scene';
import { inTurns } from '../contract/inTurns';
import type { State } from './State';

/**
 * Brings about every state, several side by side, and lets each be looked at while it is there. Those that need kubelets
 * or controllers to stand still come last, as nothing else then comes about in their cluster.
 */
export async function bringAboutAll<
  OneState extends State,
  OneScene extends Scene,
>(
  states: OneState[],
  options: {
    atOnce: number;
    halt: Pick<HaltableCluster, 'haltKubelets' | 'haltControllers'>;
    /** Gives the namespace for a state, made and empty. */
    open(state: OneState): Promise<OneScene>;
    visit(state: OneState, scene: OneScene): Promise<void>;
    /** A state that failed is not gone on with; throwing ends all. */
    onFailure(state: OneState, error: unknown): void;
  },
): Promise<void> {
  const { atOnce, halt, open, visit, onFailure } = options;
  const scenes = new Map<OneState, OneScene>();
  const attempt = async (state: OneState, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      scenes.delete(state);
      onFailure(state, error);
    }
  };
  await inTurns(states, atOnce, state =>
    attempt(state, async () => {
      const scene = await open(state);
      scenes.set(state, scene);
      await state.bringAbout(scene);
      if (!state.goOnWithoutKubelets && !state.goOnWithoutControllers) {
        await visit(state, scene);
      }
    }),
  );
  const goOn = async (
    step: 'goOnWithoutKubelets' | 'goOnWithoutControllers',
    stop: () => Promise<void>,
  ) => {
    const unfinished = [...scenes].filter(([state]) => state[step]);
    if (unfinished.length > 0) {
      await stop();
    }
    await inTurns(unfinished, atOnce, ([state, scene]) =>
      attempt(state, async () => {
        await state[step]?.(scene);
        await visit(state, scene);
      }),
    );
  };
  // What is lost with its node is for the controllers to say.
  await goOn('goOnWithoutKubelets', () => halt.haltKubelets());
  await goOn('goOnWithoutControllers', () => halt.haltControllers());
}
