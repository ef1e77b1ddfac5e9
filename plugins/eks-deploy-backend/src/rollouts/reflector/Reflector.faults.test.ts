import { mockServices } from '@backstage/backend-test-utils';
import { createProxyClusterClient } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { waitUntil } from '../../__testUtils__/waitUntil';
import type { PodRow } from '../rows';
import type { Wire } from '../../workloads';
import type { V1Pod } from '@kubernetes/client-node';
import {
  breakAfter,
  drip,
  hang,
  hangAfter,
  refuse,
  send,
} from './__testUtils__/faults';
import { FaultyCluster, type Fault } from './__testUtils__/FaultyCluster';
import { getPauseMs } from './getPauseMs';
import { FollowedCluster } from './FollowedCluster';
import { Reflector } from './Reflector';
import { pods } from './resources';

const error = (code: number) =>
  `${JSON.stringify({ type: 'ERROR', object: { kind: 'Status', code } })}\n`;
const ghost = (resourceVersion: string) =>
  `${JSON.stringify({
    type: 'MODIFIED',
    object: {
      metadata: { name: 'b', uid: 'b', resourceVersion },
      status: { phase: 'Old' },
    },
  })}\n`;
const times = (count: number, fault: Fault) => Array(count).fill(fault);

describe('Reflector, when', () => {
  let cluster: FaultyCluster;
  let reflector: Reflector<Wire<V1Pod>, PodRow>;
  const states: string[] = [];
  const logger = mockServices.logger.mock();
  let listen = () => {};
  let streamsLists = false;

  beforeEach(async () => {
    states.length = 0;
    listen = () => {};
    cluster = new FaultyCluster();
    cluster.streamsLists = streamsLists;
    const url = await cluster.start();
    const clusters = createProxyClusterClient({
      auth: mockServices.auth(),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async () => url,
      }),
      logger,
      timeoutMs: 500,
      longestObjectBytes: 20_000,
    });
    reflector = new Reflector({
      clusters,
      logger,
      cluster: 'staging',
      followed: new FollowedCluster({
        clusters: clusters,
        logger,
        cluster: 'staging',
        times: {
          probeEveryMs: 20,
          wakeWithinMs: 5,
        },
      }),
      namespace: 'chat',
      resource: { ...pods, idleMs: 1_000 },
      onChange: () => {
        states.push(reflector.state.state);
        listen();
      },
      getPauseMs: (...ending) => Math.min(10, getPauseMs(...ending)),
    });
    cluster.put('a', 'Running');
    cluster.put('b', 'Pending');
    reflector.start();
    await waitUntil(() => cluster.openWatches === 1);
  });

  afterEach(async () => {
    reflector.stop();
    await cluster.stop();
    jest.clearAllMocks();
  });

  const seen = () =>
    reflector.rows.map(({ uid, phase }) => `${uid} ${phase}`).sort();

  /** Nothing missed and nothing doubled of what happens in the dark, and of what happens after. */
  async function expectTruth() {
    await waitUntil(
      () =>
        cluster.faultsLeft === 0 &&
        cluster.openWatches === 1 &&
        reflector.state.state === 'live' &&
        seen().join() === cluster.truth.join(),
    );
    cluster.put('late', 'Running');
    await waitUntil(() => seen().includes('late Running'));
    expect(seen()).toEqual(cluster.truth);
  }

  function changeInTheDark() {
    cluster.breakWatches();
    cluster.remove('a');
    cluster.put('a', 'Pending', 'a-anew');
    cluster.put('b', 'Running');
    cluster.put('c', 'Pending');
    cluster.remove('c');
    cluster.put('d', 'Pending');
  }

  const half =
    '{"kind":"PodList","metadata":{"resourceVersion":"1"},"items":[{';

  it.each<[string, Fault[]]>([
    ['the connection breaks', []],
    ['LIST answers 503', times(3, refuse(503))],
    ['LIST answers 429', times(4, refuse(429, { 'retry-after': '0' }))],
    ['LIST answers 429 and no more', times(4, refuse(429))],
    ['LIST answers 401 once', [refuse(401)]],
    ['LIST answers 401 for a while', times(6, refuse(401))],
    ['LIST answers 403 for a while', times(3, refuse(403))],
    ['LIST answers 410', [refuse(410)]],
    ['LIST never answers', [hang]],
    ['the body of LIST comes drop by drop', [drip]],
    ['the body of LIST stops', [hangAfter(half)]],
    ['the body of LIST is cut', [breakAfter(half)]],
    ['the JSON of LIST is truncated', [send(half)]],
    ['LIST is an HTML page', [send('<html>Sign in</html>')]],
    ['LIST is no list', [send('{"kind":"Status"}'), send('null')]],
  ])('%s, shows the truth again', async (_, faults) => {
    cluster.faults.LIST.push(...faults);
    changeInTheDark();
    await expectTruth();
    expect(cluster.requests.length).toBeLessThan(12);
  });

  it.each<[string, Fault[]]>([
    ['WATCH answers 410', [refuse(410)]],
    ['WATCH says 410 within', [send(error(410))]],
    ['WATCH says 500 within', [send(error(500))]],
    ['WATCH says an error without a body', [send('{"type":"ERROR"}\n')]],
    ['WATCH answers 429', [refuse(429, { 'retry-after': '0' })]],
    ['WATCH answers 401 for a while', times(4, refuse(401))],
    ['WATCH never answers', [hang]],
    ['WATCH falls silent', [hangAfter('')]],
    ['WATCH falls silent within a line', [hangAfter('{"type":')]],
    ['WATCH ends at once', times(3, send(''))],
    ['WATCH is cut within a line', [send('{"type":"ADD')]],
    ['WATCH breaks within a line', [breakAfter('{"type":"ADD')]],
    ['WATCH sends what is no event', [send('null\n'), send('{"a":1}\n')]],
    ['WATCH sends a broken line', [send('{"type":"ADDED","object":{\n')]],
    ['WATCH sends an endless line', [hangAfter('x'.repeat(50_000))]],
    ['WATCH sends what is past', [send(ghost('1'))]],
  ])('%s, shows the truth again', async (_, faults) => {
    cluster.faults.WATCH.push(...faults);
    changeInTheDark();
    await expectTruth();
    expect(cluster.requests.length).toBeLessThan(14);
  });

  describe('a WATCH may begin with the list and', () => {
    beforeAll(() => {
      streamsLists = true;
    });

    afterAll(() => {
      streamsLists = false;
    });

    const begun =
      '{"type":"ADDED","object":{"metadata":{"name":"x","uid":"x"}}}';

    it.each<[string, Fault[]]>([
      ['the connection breaks', []],
      ['is refused for a while', times(3, refuse(503))],
      ['is denied for a while', times(3, refuse(403))],
      ['the sign-in fails for a while', times(6, refuse(401))],
      ['the cluster is busy', times(3, refuse(429, { 'retry-after': '0' }))],
      ['nothing is answered', [hang]],
      ['the list never ends', [hangAfter(`${begun}\n`)]],
      ['the list is cut', [breakAfter(`${begun}\n{"type":`)]],
      ['the list ends without its mark', [send(`${begun}\n`)]],
      ['the list is too old', [send(error(410))]],
      ['the list is an HTML page', [send('<html>Sign in</html>\n')]],
    ])('%s, shows the truth again', async (_, faults) => {
      cluster.faults.STREAM.push(...faults);
      changeInTheDark();
      // After a failed one comes a LIST, and the faults that are left are never met.
      await waitUntil(() => seen().includes('d Pending'));
      cluster.faults.STREAM.length = 0;
      await expectTruth();
      expect(cluster.requests.length).toBeLessThan(14);
    });

    it('all is well, asks once', async () => {
      expect(cluster.requests).toEqual([expect.stringContaining('STREAM')]);
    });

    it('something changes within the list, shows it once', async () => {
      cluster.faults.STREAM.push(response => {
        const lines = cluster.initialEvents;
        cluster.put('b', 'Running');
        cluster.remove('a');
        const later = cluster.told.slice(-2);
        response.write([...lines.slice(0, -1), ...later].join(''));
        response.write(cluster.initialEvents.at(-1));
        setTimeout(() => response.end(), 20);
      });
      cluster.breakWatches();
      await waitUntil(() => seen().join() === 'b Running');
      await expectTruth();
      expect(new Set(seen()).size).toBe(seen().length);
    });

    it('an object is far too long, leaves it out by a LIST', async () => {
      cluster.put('huge', 'x'.repeat(30_000));
      await waitUntil(() =>
        cluster.requests.some(asked => /^LIST/.test(asked)),
      );
      cluster.put('c', 'Running');
      await waitUntil(() => seen().includes('c Running'));
      expect(seen()).toEqual(['a Running', 'b Pending', 'c Running']);
      expect(reflector.state).toMatchObject({
        state: 'live',
        problem: { message: expect.stringContaining('1 of the pods') },
      });
      cluster.remove('huge');
      await waitUntil(() => reflector.state.problem === undefined);
      expect(reflector.state.state).toBe('live');
    });

    it('an object is no longer too long, says so with the next WATCH', async () => {
      cluster.put('huge', 'x'.repeat(30_000));
      await waitUntil(() => reflector.state.problem !== undefined);
      cluster.put('huge', 'Running');
      await waitUntil(() => seen().includes('huge Running'));
      cluster.endWatches();
      await waitUntil(() => reflector.state.problem === undefined);
      expect(reflector.state.state).toBe('live');
    });
  });

  it('a version is gone, shows the truth without ever being stale', async () => {
    states.length = 0;
    cluster.say(error(410));
    await waitUntil(() => cluster.requests.length === 4);
    cluster.put('c', 'Running');
    await expectTruth();
    expect(new Set(states)).toEqual(new Set(['live']));
  });

  it('everything is told again, and backwards, shows and tells it once', async () => {
    cluster.put('b', 'Running');
    cluster.remove('a');
    await waitUntil(() => seen().join() === 'b Running');
    states.length = 0;
    cluster.say([...cluster.told, ...cluster.told.reverse()].join(''));
    await expectTruth();
    expect(states).toEqual(['live']);
  });

  it('a page is gone on the way, lists in one page without a gap', async () => {
    for (let index = 0; index < 600; index += 1) {
      cluster.put(`pod-${index}`, 'Running');
    }
    await expectTruth();
    // The first page passes, what comes before it in the list changes, the second page is gone.
    let lists = 0;
    cluster.requests.length = 0;
    const first: Fault = response => {
      lists += 1;
      response.end(
        JSON.stringify({
          metadata: { resourceVersion: '1', continue: '500' },
          items: [{ metadata: { uid: 'a', name: 'a' } }],
        }),
      );
      cluster.remove('a');
    };
    cluster.faults.LIST.push(first, refuse(410));
    cluster.breakWatches();
    await expectTruth();
    expect(lists).toBe(1);
    expect(
      cluster.requests.filter(request => request.startsWith('LIST')),
    ).toEqual(['LIST limit=500', 'LIST limit=500&continue=500', 'LIST ']);
  });

  it('a page is refused for a moment, asks for that page again and not for all', async () => {
    for (let index = 0; index < 600; index += 1) {
      cluster.put(`pod-${index}`, 'Running');
    }
    await expectTruth();
    cluster.requests.length = 0;
    const pass: Fault = response => {
      cluster.faults.LIST.unshift(refuse(429, { 'retry-after': '0' }));
      response.end(
        JSON.stringify({
          metadata: { resourceVersion: '1', continue: '0' },
          items: [],
        }),
      );
    };
    cluster.faults.LIST.push(pass);
    cluster.breakWatches();
    await expectTruth();
    expect(cluster.requests.slice(0, 3)).toEqual([
      'LIST limit=500',
      'LIST limit=500&continue=0',
      'LIST limit=500&continue=0',
    ]);
  });

  it('an object is far too long, leaves it out and says so', async () => {
    cluster.put('huge', 'x'.repeat(30_000));
    await waitUntil(() =>
      logger.warn.mock.calls.some(([text]) => text.includes('objects')),
    );
    await waitUntil(() => seen().join() === 'a Running,b Pending');
    cluster.put('c', 'Running');
    await waitUntil(() => seen().includes('c Running'));
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('Left out an event that is too long'),
      expect.anything(),
    );
  });

  it('a listener throws, goes on without a new LIST', async () => {
    listen = () => {
      throw new Error('not my fault');
    };
    cluster.put('b', 'Running');
    await waitUntil(() => seen().includes('b Running'));
    cluster.put('c', 'Running');
    await waitUntil(() => seen().includes('c Running'));
    expect(cluster.requests).toHaveLength(2);
    cluster.breakWatches();
    await expectTruth();
    expect(logger.error).toHaveBeenCalled();
  });

  it('an object can not be understood, shows the others', async () => {
    cluster.say('{"type":"ADDED","object":{"spec":{"readinessGates":7}}}\n');
    cluster.put('c', 'Running');
    await waitUntil(() => seen().includes('c Running'));
    expect(cluster.requests).toHaveLength(2);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('Left out some of the pods'),
      expect.anything(),
    );
  });

  it('a refusal stays, logs it once', async () => {
    cluster.faults.LIST.push(...times(5, refuse(403)));
    cluster.breakWatches();
    await expectTruth();
    const logged = (text: string) =>
      logger.warn.mock.calls.filter(([message, fields]) =>
        `${message} ${JSON.stringify(fields)}`.includes(text),
      ).length;
    expect(logged('"status":403')).toBe(1);
    expect(logged('refused (403)')).toBe(1);
    expect(logger.info).toHaveBeenCalledWith(
      'Sees pods again',
      expect.anything(),
    );
  });
});
