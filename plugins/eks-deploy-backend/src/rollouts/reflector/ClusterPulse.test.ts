import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  ClusterBusyError,
  ClusterDeniedError,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { waitUntil } from '../../__testUtils__/waitUntil';
import { ClusterPulse } from './ClusterPulse';

const request = {
  cluster: 'staging',
  path: '/api/v1/namespaces/chat/events',
  query: { fieldSelector: 'type=Warning' },
};
const away = new ServiceUnavailableError('away');

describe('ClusterPulse', () => {
  const onLost = jest.fn();
  const probe = jest.fn<Promise<unknown>, [object]>();
  let pulse: ClusterPulse;
  let leave: () => void;

  beforeEach(() => {
    probe.mockReset().mockResolvedValue({});
    onLost.mockClear();
    pulse = new ClusterPulse(probe, onLost, {
      probeEveryMs: 10,
      probeTimeoutMs: 500,
      quietMs: 60_000,
      wakeWithinMs: 5,
    });
    leave = pulse.join(request);
    pulse.heard();
  });

  afterEach(() => leave());

  const never = new AbortController().signal;

  async function lose() {
    probe.mockRejectedValue(away);
    pulse.doubt();
    await waitUntil(() => pulse.signal.aborted);
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
    await lose();
    expect(probe.mock.calls.length).toBeGreaterThan(1);
    expect(pulse.signal.reason).toBe(away);
    expect(onLost.mock.calls).toEqual([[away]]);
  });

  it('trusts a cluster that tells something while a probe goes unanswered', async () => {
    probe.mockImplementation(async () => {
      await sleep(5);
      pulse.heard();
      throw away;
    });
    pulse.doubt();
    await sleep(50);
    expect(probe).toHaveBeenCalledTimes(1);
    expect(pulse.signal.aborted).toBe(false);
  });

  it('does not take its own delay for the failure of a cluster', async () => {
    const late = new ClusterPulse(probe, onLost, {
      ...{ probeEveryMs: 10, probeTimeoutMs: 10, quietMs: 60_000 },
    });
    probe.mockImplementation(async () => {
      await sleep(30);
      throw away;
    });
    const stop = late.join(request);
    late.doubt();
    await sleep(150);
    expect(late.signal.aborted).toBe(false);
    stop();
  });

  it('trusts a cluster again that answered after one failure', async () => {
    probe.mockRejectedValueOnce(away);
    pulse.doubt();
    await waitUntil(() => probe.mock.calls.length === 2);
    await sleep(30);
    expect(probe).toHaveBeenCalledTimes(2);
    expect(pulse.signal.aborted).toBe(false);
  });

  it.each([
    ['is busy', new ClusterBusyError('busy')],
    ['refuses a right', new ClusterDeniedError('may not')],
  ])('takes a cluster that %s for one that answers', async (_, error) => {
    probe.mockRejectedValue(error);
    pulse.doubt();
    await sleep(30);
    expect(probe).toHaveBeenCalledTimes(1);
  });

  it('loses a cluster that lets nobody sign in', async () => {
    probe.mockRejectedValue(new ClusterDeniedError('who?', 'sign-in'));
    pulse.doubt();
    await waitUntil(() => pulse.signal.aborted);
    expect(onLost).toHaveBeenCalledTimes(1);
  });

  it('tells who follows why it is lost, and anew when a cluster comes back and lets nobody in', async () => {
    const told: unknown[] = [];
    const stop = pulse.join(request, reason => told.push(reason));
    await lose();
    const refused = new ClusterDeniedError('who?', 'sign-in');
    probe.mockRejectedValue(refused);
    await waitUntil(() => told.length === 2);
    await sleep(30);
    expect(told).toEqual([away, refused]);
    expect(onLost.mock.calls).toEqual([[away], [refused]]);
    stop();
  });

  it('asks a second time before the first answer is given up', async () => {
    probe.mockImplementationOnce(() => new Promise(() => {}));
    pulse.doubt();
    await waitUntil(() => probe.mock.calls.length === 2);
    await sleep(30);
    expect(probe).toHaveBeenCalledTimes(2);
  });

  it('wakes all who pause as soon as the cluster answers, with one probe for all', async () => {
    await lose();
    const pauses = [1, 2, 3].map(() => pulse.pause(1, never));
    await sleep(30);
    probe.mockResolvedValue({});
    expect(await Promise.all(pauses)).toEqual([true, true, true]);
    expect(pulse.signal.aborted).toBe(false);
    const probes = probe.mock.calls.length;
    await sleep(30);
    expect(probe).toHaveBeenCalledTimes(probes);
  });

  it.each<[string, unknown, boolean]>([
    ['wakes who was not answered', away, true],
    ['lets wait who was told to', new ClusterBusyError('busy', 60_000), false],
  ])(
    '%s, once a cluster answers that was never lost',
    async (_, error, woken) => {
      probe.mockRejectedValueOnce(away);
      const ending = new AbortController();
      pulse.doubt();
      const pause = pulse.pause(60_000, ending.signal, error);
      await waitUntil(() => probe.mock.calls.length === 2);
      await sleep(30);
      ending.abort();
      expect(await pause).toBe(woken);
    },
  );

  it('pauses as long as it is told while the cluster is well', async () => {
    expect(await pulse.pause(5, never)).toBe(false);
  });

  it('lets nobody wait who was stopped', async () => {
    await lose();
    const controller = new AbortController();
    const pause = pulse.pause(1, controller.signal);
    controller.abort();
    expect(await pause).toBe(true);
  });

  it('finds out by itself that a cluster went away without a word', async () => {
    const quiet = new ClusterPulse(probe, onLost, {
      probeEveryMs: 10,
      quietMs: 30,
    });
    probe.mockRejectedValue(away);
    const stop = quiet.join(request);
    await waitUntil(() => quiet.signal.aborted);
    stop();
    expect(quiet.signal.aborted).toBe(false);
  });

  it('asks nothing of a cluster that talks', async () => {
    const talking = new ClusterPulse(probe, onLost, { quietMs: 60 });
    const stop = talking.join(request);
    const timer = setInterval(() => talking.heard(), 5);
    await sleep(150);
    clearInterval(timer);
    stop();
    expect(probe).not.toHaveBeenCalled();
  });

  it('asks nothing once nobody follows', async () => {
    await lose();
    leave();
    const probes = probe.mock.calls.length;
    await sleep(30);
    expect(probe).toHaveBeenCalledTimes(probes);
  });
});
