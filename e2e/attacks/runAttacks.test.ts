import type { Attack } from './Attack';
import { formatOutcomes, formatSums } from './formatOutcomes';
import { isWithstood, runAttacks, type Outcome } from './runAttacks';
import type { Scene } from './Scene';

const attack: Attack = {
  name: 'get in',
  finding: '1',
  expected: '403',
  run: async () => ({ answered: '403', successes: [] }),
};

function aScene(serverErrors: string[] = []) {
  const load = { heap: 2 * 1024 ** 2, rss: 3 * 1024 ** 2, delayMs: 40 };
  const scene = {
    hostile: { inputs: 0, serverErrors },
    portal: {
      measure: async () => ({ most: load, now: load }),
      revive: jest.fn(async () => false),
    },
  };
  return scene as typeof scene & Scene;
}

async function outcomesOf(attacks: Attack[], scene = aScene()) {
  const outcomes: Outcome[] = [];
  await runAttacks([attacks], {
    scene,
    portal: 'SQLite',
    onOutcome: async outcome => void outcomes.push(outcome),
  });
  return outcomes;
}

describe('runAttacks', () => {
  it('names an attack that breaks, and carries out the others', async () => {
    const outcomes = await outcomesOf([
      {
        ...attack,
        run: async () => {
          throw new Error('no way in');
        },
      },
      attack,
    ]);
    expect(outcomes.map(isWithstood)).toEqual([false, true]);
    expect(outcomes[0].failure?.message).toBe('no way in');
  });

  it.each<
    [string, Partial<Attack>, (scene: ReturnType<typeof aScene>) => void]
  >([
    [
      'a success',
      { run: async () => ({ answered: '200', successes: ['in'] }) },
      () => {},
    ],
    [
      'an answer of 500',
      {
        run: async ({ hostile }) => {
          hostile.serverErrors.push('GET /');
          return { answered: '500', successes: [] };
        },
      },
      () => {},
    ],
    [
      'a portal that does not answer any more',
      {},
      ({ portal }) => portal.revive.mockResolvedValueOnce(true),
    ],
  ])('does not pass %s', async (_, change, prepare) => {
    const scene = aScene();
    prepare(scene);
    const [outcome] = await outcomesOf([{ ...attack, ...change }], scene);
    expect(isWithstood(outcome)).toBe(false);
  });

  it('excuses answers of 500 of what was broken on purpose', async () => {
    const [outcome] = await outcomesOf([
      {
        ...attack,
        run: async ({ hostile }) => {
          hostile.serverErrors.push('GET /');
          return { answered: '500', successes: [], excused: 1 };
        },
      },
    ]);
    expect(isWithstood(outcome)).toBe(true);
  });
});

describe('formatOutcomes', () => {
  it('says what was tried, what must be answered and what was answered', async () => {
    const outcomes = await outcomesOf([
      {
        ...attack,
        run: async scene => {
          scene.hostile.inputs += 7;
          return { answered: '403 ×6, 200 ×1', successes: ['a | log'] };
        },
      },
    ]);
    expect(formatOutcomes(outcomes).split('\n')[2]).toBe(
      '| ✗ | 1 | get in | SQLite | 7 | 403 | 403 ×6, 200 ×1 | a \\| log |',
    );
    expect(formatSums(outcomes).split('\n')).toEqual([
      'hostile inputs: 7',
      'successes: 1',
      'answers of 500: 0',
      'most heap: 2 MB',
      'most resident: 3 MB',
      'longest event-loop delay: 40 ms',
    ]);
  });
});
