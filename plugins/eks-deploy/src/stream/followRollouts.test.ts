import type { RolloutStreamEvent } from '../api';
import { anEnvironment, aResponseError, FakeEksDeployApi } from '../testing';
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
    read: () => Promise.reject(new Error('not asked for')),
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

  it('goes on after the time that a backend asks for which is asked too much', async () => {
    const error = await aResponseError(429, 'TooManyRequestsError', 'Wait', {
      retryAfterSeconds: 30,
    });
    const { all, waits } = await follow([error], [error], [synced]);
    expect(all[0]).toEqual({ type: 'lost', error });
    expect(waits).toEqual([31_000, 32_000, 1_000]);
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
      expect((await following).waits).toEqual([1_000]);
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('followRollouts, while a stream delivers nothing,', () => {
  const snapshot = { environments: [anEnvironment()], records: [] };

  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function start(api: FakeEksDeployApi) {
    const controller = new AbortController();
    const actions: string[] = [];
    const reads = jest.spyOn(api, 'getRollouts');
    const ended = followRollouts({
      connect: options => api.streamRollouts('component:default/chat', options),
      read: options => api.getRollouts('component:default/chat', options),
      dispatch: action =>
        actions.push(action.type === 'event' ? action.event.type : action.type),
      signal: controller.signal,
      random: () => 0,
    });
    return { actions, reads, ended, stop: () => controller.abort() };
  }

  const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

  it('reads a snapshot after 10 s and then every 15 s, until the stream delivers', async () => {
    const api = new FakeEksDeployApi(snapshot);
    api.holdsStreams = true;
    const { actions, reads, stop } = start(api);
    await pass(9_999);
    expect(actions).toEqual([]);
    await pass(30_001);
    expect(actions).toEqual(['polled', 'polled', 'polled']);

    api.holdsStreams = false;
    // The silent stream is given up after 45 s, the next one delivers.
    await pass(6_000);
    expect(actions.slice(3)).toEqual(['snapshot', 'synced']);
    await pass(30_000);
    expect(reads).toHaveBeenCalledTimes(3);
    stop();
  });

  it('reads one after two heartbeats that did not come', async () => {
    const api = new FakeEksDeployApi(snapshot);
    const { actions, stop } = start(api);
    await pass(34_999);
    expect(actions).toEqual(['snapshot', 'synced']);
    await pass(1);
    expect(actions).toEqual(['snapshot', 'synced', 'polled']);
    stop();
    await pass(60_000);
    expect(actions).toEqual(['snapshot', 'synced', 'polled']);
  });

  it('says that the connection is lost when no snapshot comes either', async () => {
    const api = new FakeEksDeployApi();
    const { actions, reads, stop } = start(api);
    reads.mockReturnValue(new Promise(() => {}));
    await pass(24_999);
    expect(actions).toEqual([]);
    await pass(1);
    expect(actions).toEqual(['lost']);
    stop();
  });

  it('ends when the snapshot is refused', async () => {
    const api = new FakeEksDeployApi();
    const { actions, reads, ended } = start(api);
    reads.mockRejectedValue(await aResponseError(403, 'NotAllowedError', 'no'));
    await pass(10_000);
    await ended;
    expect(actions).toEqual(['failed']);
  });

  it('asks for nothing more of a backend that is busy', async () => {
    const api = new FakeEksDeployApi();
    api.error = await aResponseError(429, 'TooManyRequests', 'later');
    const { actions, reads, stop } = start(api);
    await pass(60_000);
    expect(actions).toContain('lost');
    expect(reads).not.toHaveBeenCalled();
    stop();
  });
});
