import type { RolloutStreamEvent } from '../api';
import { aResponseError } from '../testing';
import { followRollouts } from './followRollouts';
import type { RolloutStreamAction } from './RolloutStream';

const synced: RolloutStreamEvent = { type: 'synced', data: {} };

/** Follows streams that go as told, one after the other, and tells what was dispatched and how long it waited. */
async function follow(
  ...streams: ((RolloutStreamEvent | Error)[] | 'silent')[]
) {
  const controller = new AbortController();
  const actions: RolloutStreamAction[] = [];
  const waits: number[] = [];
  await followRollouts({
    async *connect({ signal }) {
      const events = streams.shift();
      if (!events) {
        controller.abort();
        return;
      }
      if (events === 'silent') {
        await new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(new Error('silence')));
        });
        return;
      }
      for (const event of events) {
        if (event instanceof Error) {
          throw event;
        }
        yield event;
      }
    },
    dispatch: action => actions.push(action),
    signal: controller.signal,
    random: () => 1,
    wait: async ms => {
      waits.push(ms);
    },
  });
  return { actions: actions.map(({ type }) => type), all: actions, waits };
}

describe('followRollouts', () => {
  it('connects again when the stream breaks, waiting longer each time', async () => {
    const { actions, waits } = await follow(
      [new Error('network')],
      [new Error('network')],
      [],
    );
    expect(actions).toEqual(['lost', 'lost', 'lost']);
    expect(waits).toEqual([1_000, 2_000, 4_000]);
  });

  it('waits briefly again once a stream was in sync', async () => {
    const { waits } = await follow(
      [new Error('network')],
      [new Error('network')],
      [synced],
    );
    expect(waits).toEqual([1_000, 2_000, 1_000]);
  });

  it.each([
    [401, 'AuthenticationError'],
    [403, 'NotAllowedError'],
    [404, 'NotFoundError'],
  ])('stops when it is refused with %i', async (status, name) => {
    const error = await aResponseError(status, name, 'no');
    const { all, waits } = await follow([error]);
    expect(all).toEqual([{ type: 'failed', error }]);
    expect(waits).toEqual([]);
  });

  it.each([429, 503])('goes on after a %i', async status => {
    const error = await aResponseError(status, 'Error', 'later');
    const { actions } = await follow([error]);
    expect(actions).toEqual(['lost']);
  });

  it('stops when the right to read was withdrawn', async () => {
    const { actions } = await follow([
      { type: 'closed', data: { reason: 'permission-revoked' } },
    ]);
    expect(actions).toEqual(['failed']);
  });

  it.each([
    'credentials-expired',
    'target-changed',
    'check-failed',
    'shutting-down',
  ] as const)(
    'connects again when the backend ends the stream: %s',
    async reason => {
      const { actions } = await follow([{ type: 'closed', data: { reason } }]);
      expect(actions).toEqual(['lost']);
    },
  );

  it('takes a stream without heartbeats for broken', async () => {
    jest.useFakeTimers();
    try {
      const following = follow('silent');
      await jest.advanceTimersByTimeAsync(45_000);
      expect((await following).actions).toEqual(['lost']);
    } finally {
      jest.useRealTimers();
    }
  });
});
