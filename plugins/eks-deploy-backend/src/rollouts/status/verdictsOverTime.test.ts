import { aCondition, anEvent } from '../../__testUtils__/builders';
import {
  momentOf,
  readyAfter,
  SimulatedDeployment,
  timeOf,
  type PodLife,
} from '../../__testUtils__/SimulatedDeployment';
import { getNextLookMs } from '../getNextLookMs';
import type { ConditionRow, EventRow, PodRow } from '../rows';
import { getRolloutStatus } from './getRolloutStatus';
import { findLatestFailure, isStable } from './stability';

const STEP_MS = 100;
/** What the template's own manifests say. */
const OWN_STRATEGY = { maxSurge: 1, maxUnavailable: 0 };

type Act = (rollout: SimulatedDeployment, now: number) => void;

/** Every verdict of a simulated Deployment, with its first second. */
function watch(
  rollout: SimulatedDeployment,
  seconds: number,
  acts: Record<number, Act> = {},
  toEvents: (pods: PodRow[], at: number) => EventRow[] = () => [],
) {
  const verdicts: Array<{
    at: number;
    phase: string;
    cause?: string;
    message?: string;
    notes: string;
  }> = [];
  let seen = '';
  let lookMs: number | undefined;
  for (let step = 0; step <= (seconds * 1_000) / STEP_MS; step += 1) {
    const at = (step * STEP_MS) / 1_000;
    acts[at]?.(rollout, at);
    rollout.step(at);
    const { deployment, replicaSets, pods } = rollout.rows(at);
    const now = timeOf(at);
    const events = toEvents(pods, at);
    const status = getRolloutStatus(deployment, replicaSets, pods, {
      events,
      now,
    });
    const verdict = {
      at,
      phase: status.phase,
      cause: status.cause?.kind,
      message: status.cause?.message,
      notes: (status.notes ?? []).map(({ kind }) => kind).join(),
    };
    const rows = JSON.stringify([deployment, replicaSets, pods, events]);
    const last = verdicts.at(-1);
    if (last && toText(last) !== toText(verdict) && rows === seen) {
      // Nothing but time changed it: somebody has to have been told to look.
      expect(lookMs).toBeLessThanOrEqual(STEP_MS);
    }
    if (!last || toText(last) !== toText(verdict)) {
      verdicts.push(verdict);
    }
    seen = rows;
    lookMs = getNextLookMs(pods, now, [deployment]);
  }
  return verdicts;
}

function toText({ phase, cause, message, notes }: Record<string, unknown>) {
  return JSON.stringify([phase, cause, message, notes]);
}

const phasesOf = (verdicts: ReturnType<typeof watch>) =>
  verdicts
    .map(({ phase }) => phase)
    .filter((phase, index, all) => phase !== all[index - 1]);

/** How long it takes to be ready for the first time, in seconds. */
const START_S = 15;

/** Ready for 15 s, then down and not ready for 8 s, and so on. */
function flap(age: number, createdAt: number): PodLife {
  const round = Math.floor((age - START_S) / 23);
  const into = (age - START_S) % 23;
  const begun = START_S + round * 23;
  if (age < START_S) {
    return { ready: false, since: 0 };
  }
  const toRun = (crash: number) => ({
    exitCode: 1,
    reason: 'Error',
    startedAt: momentOf(createdAt + START_S + crash * 23 - (crash > 0 ? 2 : 0)),
    finishedAt: momentOf(createdAt + START_S + crash * 23 + 15),
  });
  const before = round > 0 ? toRun(round - 1) : undefined;
  if (into < 15) {
    return {
      ready: true,
      since: begun,
      container: {
        restarts: round,
        lastTerminated: before,
        startedAt: before && momentOf(createdAt + begun - 2),
      },
    };
  }
  const ended = toRun(round);
  const down: Pick<PodLife, 'ready' | 'since'> = {
    ready: false,
    since: begun + 15,
  };
  if (into < 15.5) {
    const container = { running: false, restarts: round, terminated: ended };
    return { ...down, container };
  }
  return into < 21
    ? {
        ...down,
        container: {
          running: false,
          restarts: round,
          waiting: { reason: 'CrashLoopBackOff' },
          lastTerminated: ended,
        },
      }
    : {
        ...down,
        container: {
          restarts: round + 1,
          lastTerminated: ended,
          startedAt: momentOf(createdAt + begun + 21),
        },
      };
}

/** What kubelets report of pods that run and whose readiness probe fails: an event every 10 s. */
function probe(pods: PodRow[], at: number): EventRow[] {
  return pods.flatMap(({ uid, createdAt, conditions, containers }) => {
    const age = (timeOf(at).getTime() - Date.parse(createdAt)) / 1_000;
    const count = Math.floor(age / 10);
    const fails =
      count > 0 &&
      containers.length > 0 &&
      conditions.some(
        ({ type, status }) => type === 'Ready' && status === 'False',
      );
    return fails
      ? [
          anEvent({
            uid: `event-${uid}`,
            about: { kind: 'Pod', name: uid, uid },
            count,
            firstSeenAt: momentOf(at - age + 10),
            lastSeenAt: momentOf(at - age + count * 10),
          }),
        ]
      : [];
  });
}

/** No node has room for the pod until it is so old; it is ready 10 s later. */
const placedAfter =
  (seconds: number) =>
  (age: number, created: number): PodLife =>
    age < seconds
      ? {
          ready: false,
          since: 0,
          pod: {
            phase: 'Pending',
            containers: [],
            conditions: [
              aCondition('PodScheduled', 'False', {
                reason: 'Unschedulable',
                since: momentOf(created),
              }),
            ],
          },
        }
      : readyAfter(seconds + 10)(age, created);

/** Its first run ends within 3 s, the second one is not ready yet. */
function crashOnce(age: number, created: number): PodLife {
  const ended = {
    ...{ exitCode: 1, reason: 'Error', startedAt: momentOf(created) },
    finishedAt: momentOf(created + 3),
  };
  return {
    ready: false,
    since: 0,
    container:
      age < 5
        ? { running: age < 3, terminated: age < 3 ? undefined : ended }
        : {
            restarts: 1,
            lastTerminated: ended,
            startedAt: momentOf(created + 5),
          },
  };
}

describe('verdicts over time', () => {
  it.each<[string, number, Act, number, string[]]>([
    ['3 to 4 pods', 3, (one, now) => one.scale(4, now), 30, ['scaling']],
    ['3 to 4 slow pods', 3, (one, now) => one.scale(4, now), 170, ['scaling']],
    ['0 to 3 pods', 0, (one, now) => one.scale(3, now), 30, ['scaling']],
    ['4 to 3 pods', 4, (one, now) => one.scale(3, now), 30, []],
    ['a pod whose node is drained', 3, one => one.evict(), 30, ['replacing']],
  ])(
    'are never degraded, nor have a cause: %s',
    (_, desired, act, startsS, notes) => {
      const rollout = new SimulatedDeployment({
        ...OWN_STRATEGY,
        desired,
        live: readyAfter(startsS),
      }).settle();
      const verdicts = watch(rollout, 200, { 10: act });
      expect(verdicts.filter(({ cause }) => cause)).toEqual([]);
      expect(new Set(phasesOf(verdicts))).not.toContain('degraded');
      expect(verdicts.at(-1)).toMatchObject({ phase: 'complete', notes: '' });
      expect(verdicts.map(one => one.notes).filter(Boolean)).toEqual(notes);
    },
  );

  const evict: Act = one => one.evict();
  const scaleSlowly = {
    10: (one: SimulatedDeployment) => one.scale(4, 10),
    70: (one: SimulatedDeployment) => {
      one.desired = 5;
    },
  };
  it.each<
    [string, (age: number, created: number) => PodLife, Record<number, Act>]
  >([
    ['fails its readiness probe meanwhile', readyAfter(100), { 10: evict }],
    ['waits for a new node', placedAfter(90), { 10: evict }],
    ['restarts once', crashOnce, { 10: evict }],
    ['comes long after its scaling', readyAfter(100), scaleSlowly],
  ])('are not degraded while one more pod starts that %s', (_, live, acts) => {
    const rollout = new SimulatedDeployment({
      ...OWN_STRATEGY,
      desired: 3,
      live,
    }).settle();
    const verdicts = watch(rollout, 130, acts, probe);
    expect(verdicts.map(({ phase }) => phase)).toContain('progressing');
    expect(phasesOf(verdicts)).not.toContain('degraded');
  });

  it.each([
    ['unschedulable', placedAfter(Infinity)],
    ['readiness-failing', readyAfter(Infinity)],
    ['crash-loop', crashOnce],
  ])(
    'are degraded once a replacement takes longer than the deadline: %s',
    (cause, live) => {
      const rollout = new SimulatedDeployment({
        ...OWN_STRATEGY,
        ...{ desired: 3, live },
        deployment: { progressDeadlineSeconds: 60 },
      }).settle();
      const verdicts = watch(rollout, 90, { 10: evict }, probe);
      expect(phasesOf(verdicts)).toEqual([
        'complete',
        'progressing',
        'degraded',
      ]);
      expect(verdicts.find(({ phase }) => phase === 'degraded')).toMatchObject({
        at: 70,
        cause,
      });
    },
  );

  it('are degraded at once when the node of a young pod is lost', () => {
    const loseAt =
      (at: number) =>
      (age: number, created: number): PodLife =>
        created < 0 || age + created < at
          ? { ready: true, since: 5 }
          : {
              ready: false,
              since: at - created,
              pod: { conditions: [aCondition('Ready', 'Unknown')] },
            };
    const rollout = new SimulatedDeployment({
      ...OWN_STRATEGY,
      desired: 3,
      live: readyAfter(5),
    }).settle();
    const verdicts = watch(rollout, 60, {
      10: evict,
      40: one => one.afflict(loseAt(40)),
    });
    expect(verdicts.at(-1)).toMatchObject({ at: 40, phase: 'degraded' });
  });

  it('are degraded once a pod was lost for longer than a start takes', () => {
    const lostAt =
      (at: number, forS: number) => (age: number, created: number) =>
        age + created < at || age + created >= at + forS
          ? { ready: true, since: age + created < at ? 5 : at + forS - created }
          : { ready: false, since: at - created };
    const lose = (forS: number) =>
      watch(
        new SimulatedDeployment({
          ...OWN_STRATEGY,
          desired: 3,
          live: readyAfter(5),
        }).settle(),
        120,
        { 10: one => one.afflict(lostAt(10, forS), 1) },
      );
    const short = lose(20);
    expect(phasesOf(short)).toEqual(['complete', 'progressing', 'complete']);
    const verdicts = lose(60);
    // No pod is replaced.
    expect([...short, ...verdicts].map(({ notes }) => notes).join('')).toBe('');
    expect(phasesOf(verdicts)).toEqual([
      'complete',
      'progressing',
      'degraded',
      'complete',
    ]);
    expect(verdicts.find(({ phase }) => phase === 'degraded')).toMatchObject({
      at: 40,
      cause: 'readiness-failing',
    });
  });

  it('are degraded at once when a pod that served crashes, and hold until it is stable', () => {
    const crashAt =
      (at: number) =>
      (age: number, created: number): PodLife => {
        const now = age + created;
        const ended = {
          exitCode: 1,
          reason: 'Error',
          startedAt: momentOf(created),
          finishedAt: momentOf(at),
        };
        if (now < at + 2) {
          const container = { running: false, terminated: ended };
          return { ready: false, since: at - created, container };
        }
        const container = {
          restarts: 1,
          lastTerminated: ended,
          startedAt: momentOf(at + 2),
        };
        return now < at + 5
          ? { ready: false, since: at - created, container }
          : { ready: true, since: at + 5 - created, container };
      };
    const verdicts = watch(
      new SimulatedDeployment({
        ...OWN_STRATEGY,
        desired: 3,
        live: readyAfter(5),
      }).settle(),
      120,
      { 10: one => one.afflict(crashAt(10), 1) },
    );
    expect(verdicts).toEqual([
      expect.objectContaining({ at: 0, phase: 'complete' }),
      {
        at: 10,
        phase: 'degraded',
        cause: 'crash-loop',
        message: 'exited with code 1 after 61 min (Error)',
        notes: '',
      },
      {
        at: 12,
        phase: 'degraded',
        cause: 'crash-loop',
        message: 'ended with exit code 1 (Error)',
        notes: '',
      },
      expect.objectContaining({
        at: 15,
        phase: 'degraded',
        cause: 'crash-loop',
        notes: 'recovering',
      }),
      expect.objectContaining({ at: 72, phase: 'complete' }),
    ]);
  });

  it('of pods that crash again and again are never complete in between', () => {
    const rollout = new SimulatedDeployment({
      desired: 6,
      old: 6,
      maxSurge: 2,
      maxUnavailable: 1,
      live: flap,
    });
    const verdicts = watch(rollout, 240);
    expect(phasesOf(verdicts)).toEqual(['progressing', 'degraded']);
    const causes = verdicts
      .map(({ cause }) => cause)
      .filter((cause, index, all) => cause !== all[index - 1]);
    expect(causes).toEqual(['crash-loop']);
    const messages = verdicts
      .map(({ message }) => message)
      .filter((message, index, all) => message !== all[index - 1]);
    // A first crash, then any other; once more when another pod comes to be named.
    expect(messages.length).toBeLessThanOrEqual(4);
  });

  it.each<[string, Array<Partial<ConditionRow>>, number, string]>([
    ['that no controller writes', [], 32, 'readiness-gate-unwritten'],
    ['that stays closed without a reason', [{}], 32, 'readiness-gate'],
    [
      'of a load balancer that never judges',
      [{ reason: 'Elb.InitialHealthChecking' }],
      ...([302, 'readiness-gate'] as const),
    ],
  ])('have a cause in time for a gate %s', (_, written, at, cause) => {
    const gate = 'target-health.elbv2.k8s.aws/chat';
    const gated: PodLife = {
      ready: false,
      since: 0,
      container: { ready: true },
    };
    const rollout = new SimulatedDeployment({
      ...OWN_STRATEGY,
      desired: 2,
      old: 2,
      live: (__, created) => ({
        ...gated,
        pod: {
          gates: [gate],
          containersReadyAt: momentOf(created + 2),
          conditions: [
            {
              type: 'Ready',
              status: 'False',
              reason: 'ReadinessGatesNotReady',
              since: momentOf(created),
            },
            ...written.map(differs => ({
              ...aCondition(gate, 'False', { since: momentOf(created) }),
              ...differs,
            })),
          ],
        },
      }),
    });
    const [, named, ...others] = watch(rollout, 320);
    expect(named).toMatchObject({
      at,
      phase: 'progressing',
      cause,
      message: expect.stringContaining(gate),
    });
    expect(others).toEqual([]);
  });
});

describe('isStable', () => {
  it('says whether pods failed lately, and findLatestFailure how', () => {
    const rollout = new SimulatedDeployment({
      desired: 1,
      maxSurge: 1,
      maxUnavailable: 0,
      live: flap,
    });
    rollout.step(0);
    expect(isStable(rollout.rows(20).pods, timeOf(20))).toBe(true);
    expect(findLatestFailure(rollout.rows(20).pods)).toBeUndefined();
    [30.2, 34, 40, 70].forEach(at => {
      expect(isStable(rollout.rows(at).pods, timeOf(at))).toBe(false);
    });
    expect(findLatestFailure(rollout.rows(40).pods)).toMatchObject({
      pod: 'chat-backend-1',
      container: 'app',
      exitCode: 1,
      finishedAt: momentOf(30),
    });
  });
});
