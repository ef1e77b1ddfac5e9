import { ServiceUnavailableError } from '@backstage/errors';
import {
  ClusterBusyError,
  ClusterDeniedError,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { fakeTime, pass } from '../../__testUtils__/fakeTime';
import { ClusterPulse } from './ClusterPulse';
import { rest } from './rest';

const request = {
  cluster: 'staging',
  path: '/api/v1/namespaces/chat/events',
  query: { fieldSelector: 'type=Warning' },
};
const away = new ServiceUnavailableError('away');
/** In milliseconds, from one probe to the next. */
const PROBE_MS = 750;
const PROBE_TIMEOUT_MS = 5_000;
const QUIET_MS = 15_000;
/** Half of 300 ms, as `random` is 0.5. */
const WAKE_MS = 150;

describe('ClusterPulse', () => {
  const onLost = jest.fn();
  const probe = jest.fn<Promise<unknown>, [object]>();
  let pulse: ClusterPulse;
  let leave: () => void;

  fakeTime();

  beforeEach(() => {
    probe.mockReset().mockResolvedValue({});
    onLost.mockClear();
    pulse = new ClusterPulse(probe, onLost, {}, () => 0.5);
    leave = pulse.join(request);
  });

  afterEach(() => leave());

  const never = new AbortController().signal;

  /** Probes fail now and after {@link PROBE_MS}; the next one is due after that time again. */
  async function lose() {
    probe.mockRejectedValue(away);
    pulse.doubt();
    await pass(PROBE_MS);
    expect(pulse.signal.aborted).toBe(true);
  }

  /** Has the probe fail after a while. */
  function failAfter(ms: number, then = () => {}) {
    probe.mockImplementation(async () => {
      await rest(ms, never);
      then();
      throw away;
    });
  }

  it('asks for one item of what is followed', async () => {
    pulse.doubt();
    expect(probe).toHaveBeenCalledWith({
      ...request,
      query: { fieldSelector: 'type=Warning', limit: '1' },
      signal: expect.any(AbortSignal),
    });
  });

  it('takes a cluster for lost that gives no answer twice, and says why', async () => {
    probe.mockRejectedValue(away);
    pulse.doubt();
    await pass(PROBE_MS - 1);
    expect(probe).toHaveBeenCalledTimes(1);
    expect(pulse.signal.aborted).toBe(false);
    await pass(1);
    expect(probe).toHaveBeenCalledTimes(2);
    expect(pulse.signal.reason).toBe(away);
    expect(onLost.mock.calls).toEqual([[away]]);
  });

  it('trusts a cluster that tells something while a probe goes unanswered', async () => {
    failAfter(500, () => pulse.heard());
    pulse.doubt();
    await pass(3 * PROBE_MS);
    expect(probe).toHaveBeenCalledTimes(1);
    expect(pulse.signal.aborted).toBe(false);
  });

  it.each([
    ['does not take its own delay for the failure', 1.5, false],
    ['takes a time-out for the failure', 1.49, true],
  ])('%s of a cluster', async (_, timeouts, lost) => {
    failAfter(timeouts * PROBE_TIMEOUT_MS);
    pulse.doubt();
    await pass(3 * PROBE_TIMEOUT_MS);
    expect(pulse.signal.aborted).toBe(lost);
  });

  it('trusts a cluster again that answered after one failure', async () => {
    probe.mockRejectedValueOnce(away);
    pulse.doubt();
    await pass(5 * PROBE_MS);
    expect(probe).toHaveBeenCalledTimes(2);
    expect(pulse.signal.aborted).toBe(false);
  });

  it.each([
    ['is busy', new ClusterBusyError('busy')],
    ['refuses a right', new ClusterDeniedError('may not')],
  ])('takes a cluster that %s for one that answers', async (_, error) => {
    probe.mockRejectedValue(error);
    pulse.doubt();
    await pass(5 * PROBE_MS);
    expect(probe).toHaveBeenCalledTimes(1);
  });

  it('loses a cluster that lets nobody sign in', async () => {
    probe.mockRejectedValue(new ClusterDeniedError('who?', 'sign-in'));
    pulse.doubt();
    await pass(5 * PROBE_MS);
    expect(pulse.signal.aborted).toBe(true);
    expect(onLost).toHaveBeenCalledTimes(1);
  });

  it('tells who follows why it is lost, and anew when a cluster comes back and lets nobody in', async () => {
    const told: unknown[] = [];
    const stop = pulse.join(request, reason => told.push(reason));
    await lose();
    const refused = new ClusterDeniedError('who?', 'sign-in');
    probe.mockRejectedValue(refused);
    await pass(5 * PROBE_MS);
    expect(told).toEqual([away, refused]);
    expect(onLost.mock.calls).toEqual([[away], [refused]]);
    stop();
  });

  it('asks a second time before the first answer is given up', async () => {
    probe.mockImplementationOnce(() => new Promise(() => {}));
    pulse.doubt();
    await pass(PROBE_MS);
    expect(probe).toHaveBeenCalledTimes(2);
    await pass(5 * PROBE_MS);
    expect(probe).toHaveBeenCalledTimes(2);
  });

  it('wakes all who pause as soon as the cluster answers, with one probe for all', async () => {
    await lose();
    const woken: boolean[] = [];
    const pauses = [1, 2, 3].map(async () =>
      woken.push(await pulse.pause(1, never)),
    );
    await pass(PROBE_MS);
    expect(woken).toEqual([]);
    probe.mockResolvedValue({});
    await pass(PROBE_MS);
    expect(pulse.signal.aborted).toBe(false);
    await pass(WAKE_MS - 1);
    expect(woken).toEqual([]);
    await pass(1);
    expect(woken).toEqual([true, true, true]);
    await Promise.all(pauses);
    await pass(5 * PROBE_MS);
    expect(probe).toHaveBeenCalledTimes(4);
  });

  it.each<[string, unknown, boolean]>([
    ['wakes who was not answered', away, true],
    ['lets wait who was told to', new ClusterBusyError('busy', 60_000), false],
  ])(
    '%s, once a cluster answers that was never lost',
    async (_, error, expected) => {
      probe.mockRejectedValueOnce(away);
      const ending = new AbortController();
      pulse.doubt();
      let woken: boolean | undefined;
      const pause = pulse.pause(60_000, ending.signal, error).then(answers => {
        woken = answers;
      });
      await pass(PROBE_MS + WAKE_MS);
      expect(woken).toBe(expected || undefined);
      ending.abort();
      await pause;
      expect(woken).toBe(expected);
    },
  );

  it('pauses as long as it is told while the cluster is well', async () => {
    let woken: boolean | undefined;
    void pulse.pause(5, never).then(answers => {
      woken = answers;
    });
    await pass(4);
    expect(woken).toBeUndefined();
    await pass(1);
    expect(woken).toBe(false);
  });

  it('lets nobody wait who was stopped', async () => {
    await lose();
    const controller = new AbortController();
    const pause = pulse.pause(1, controller.signal);
    controller.abort();
    expect(await pause).toBe(true);
  });

  it('finds out by itself that a cluster went away without a word', async () => {
    probe.mockRejectedValue(away);
    await pass(QUIET_MS);
    expect(probe).not.toHaveBeenCalled();
    // It looks every third of that time.
    await pass(QUIET_MS / 3 + PROBE_MS);
    expect(pulse.signal.aborted).toBe(true);
    leave();
    expect(pulse.signal.aborted).toBe(false);
  });

  it('asks nothing of a cluster that talks', async () => {
    for (let times = 0; times < 10; times += 1) {
      await pass(QUIET_MS);
      pulse.heard();
    }
    expect(probe).not.toHaveBeenCalled();
  });

  it('asks nothing once nobody follows', async () => {
    await lose();
    leave();
    await pass(2 * QUIET_MS);
    expect(probe).toHaveBeenCalledTimes(2);
  });
});
