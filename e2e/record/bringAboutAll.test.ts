import type { Scene } from '../cluster-contract/Scene';
import { bringAboutAll } from './bringAboutAll';
import type { State } from './State';

/** A run of states, written down step by step. */
async function run(states: Array<Partial<State> & { name: string }>) {
  const steps: string[] = [];
  const note = (step: string) => async () => {
    steps.push(step);
  };
  await bringAboutAll<State, Scene>(
    states.map(state => ({ bringAbout: note(state.name), ...state })),
    {
      atOnce: 2,
      halt: {
        haltKubelets: note('kubelets halt'),
        haltControllers: note('controllers halt'),
      },
      open: async ({ name }) => ({ namespace: name } as Scene),
      visit: (_, { namespace }) => note(`look at ${namespace}`)(),
      onFailure: ({ name }, error) => steps.push(`${name}: ${error}`),
    },
  );
  return steps;
}

const fail = async () => {
  throw new Error('no');
};

describe('bringAboutAll', () => {
  it('has each state looked at once it is there, and halts nothing for them', async () => {
    expect(await run([{ name: 'a' }])).toEqual(['a', 'look at a']);
  });

  it('halts kubelets and then controllers after everything else', async () => {
    const steps = await run([
      { name: 'a', goOnWithoutControllers: async () => {} },
      { name: 'b', goOnWithoutKubelets: async () => {} },
      { name: 'c' },
    ]);
    expect(steps.slice(0, 4).sort()).toEqual(['a', 'b', 'c', 'look at c']);
    expect(steps.slice(4)).toEqual([
      'kubelets halt',
      'look at b',
      'controllers halt',
      'look at a',
    ]);
  });

  it('leaves a state that failed, and goes on with the others', async () => {
    const steps = await run([
      { name: 'a', bringAbout: fail, goOnWithoutKubelets: fail },
      { name: 'b', goOnWithoutControllers: fail },
      { name: 'c' },
    ]);
    expect(steps.slice(0, 4).sort()).toEqual([
      'a: Error: no',
      'b',
      'c',
      'look at c',
    ]);
    expect(steps.slice(4)).toEqual(['controllers halt', 'b: Error: no']);
  });
});
