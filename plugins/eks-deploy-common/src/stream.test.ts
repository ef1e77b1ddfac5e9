import type {
  DeploymentRecord,
  EnvironmentRollouts,
  Rollout,
  RolloutSnapshot,
} from './api';
import { applyRolloutChange, takeSnapshot } from './stream';

function aRollout(uid: string, revision = 1): Rollout {
  const counts = { desired: 1, updated: 1, ready: 1, available: 1, total: 1 };
  return {
    uid,
    kind: 'Deployment',
    workload: `workload-${uid}`,
    revision,
    images: [],
    status: { phase: 'complete', counts },
  };
}

function aRecord(id: string, requestedAt: string): DeploymentRecord {
  return {
    id,
    command: 'restart',
    status: 'running',
    entityRef: 'component:default/chat',
    environment: 'staging',
    cluster: 'staging',
    namespace: 'chat',
    kind: 'Deployment',
    workload: 'chat-backend',
    requestedBy: 'user:default/guest',
    requestedAt,
  };
}

const snapshot: RolloutSnapshot = {
  environments: [
    {
      environment: 'staging',
      state: 'live',
      rollouts: [aRollout('a'), aRollout('b')],
    },
    { environment: 'production', state: 'live', rollouts: [aRollout('c')] },
  ],
  records: [aRecord('1', '2026-01-02T00:00:00Z')],
};

const uids = ({ environments }: RolloutSnapshot) =>
  environments.map(({ rollouts }) => rollouts.map(({ uid }) => uid).join());

describe('applyRolloutChange', () => {
  it('replaces a Rollout in its place and leaves the others as they are', () => {
    const rollout = aRollout('a', 2);
    const next = applyRolloutChange(snapshot, {
      type: 'rollout',
      environment: 'staging',
      rollout,
    });
    expect(next.environments[0].rollouts).toEqual([rollout, aRollout('b')]);
    expect(next.environments[1]).toBe(snapshot.environments[1]);
  });

  it('appends a Rollout that is new', () => {
    const next = applyRolloutChange(snapshot, {
      type: 'rollout',
      environment: 'production',
      rollout: aRollout('d'),
    });
    expect(uids(next)).toEqual(['a,b', 'c,d']);
  });

  it('removes a Rollout in its own Environment only', () => {
    const removed = { type: 'removed' as const, uid: 'a' };
    expect(
      uids(
        applyRolloutChange(snapshot, { ...removed, environment: 'staging' }),
      ),
    ).toEqual(['b', 'c']);
    expect(
      uids(
        applyRolloutChange(snapshot, { ...removed, environment: 'production' }),
      ),
    ).toEqual(['a,b', 'c']);
  });

  it('replaces a whole Environment', () => {
    const environment = {
      environment: 'staging',
      state: 'denied' as const,
      rollouts: [],
    };
    const next = applyRolloutChange(snapshot, {
      type: 'environment',
      environment,
    });
    expect(next.environments).toEqual([environment, snapshot.environments[1]]);
  });

  it('keeps records newest first, each once', () => {
    const newer = aRecord('2', '2026-01-03T00:00:00Z');
    const ended = { ...snapshot.records[0], status: 'succeeded' as const };
    const next = [newer, ended].reduce<RolloutSnapshot>(
      (before, record) =>
        applyRolloutChange(before, { type: 'record', record }),
      snapshot,
    );
    expect(next.records).toEqual([newer, ended]);
  });

  it('leaves the given snapshot as it is', () => {
    const before = structuredClone(snapshot);
    applyRolloutChange(snapshot, {
      type: 'removed',
      environment: 'staging',
      uid: 'a',
    });
    expect(snapshot).toEqual(before);
  });
});

describe('takeSnapshot', () => {
  const observedAt = '2026-01-02T00:00:00Z';
  const seen: RolloutSnapshot = {
    environments: [
      {
        environment: 'staging',
        cluster: 'staging',
        state: 'live',
        observedAt,
        rollouts: [aRollout('a')],
      },
    ],
    records: [],
  };
  const [staging] = seen.environments;
  const told = (differs: Partial<EnvironmentRollouts>): RolloutSnapshot => ({
    environments: [
      { ...staging, observedAt: undefined, rollouts: [], ...differs },
    ],
    records: [],
  });

  it.each([
    ['syncing', 'syncing'],
    ['unreachable', 'stale'],
  ] as const)(
    'keeps what was seen of a cluster that is %s to the new backend',
    (state, shown) => {
      expect(takeSnapshot(seen, told({ state }))).toEqual({
        environments: [{ ...staging, state: shown }],
        records: [],
      });
    },
  );

  it('keeps it when the new backend fails to hear the cluster', () => {
    const syncing = takeSnapshot(seen, told({ state: 'syncing' }));
    const [environment] = told({ state: 'unreachable' }).environments;
    expect(
      applyRolloutChange(syncing, { type: 'environment', environment }),
    ).toMatchObject({ environments: [{ state: 'stale', observedAt }] });
  });

  it.each<[string, Partial<EnvironmentRollouts>]>([
    ['has heard the cluster', { state: 'live', observedAt }],
    ['refuses the viewer', { state: 'refused' }],
    ['is denied', { state: 'denied' }],
    ['looks at another cluster', { state: 'syncing', cluster: 'other' }],
  ])('takes the word of a new backend that %s', (_, differs) => {
    const after = told(differs);
    expect(takeSnapshot(seen, after)).toEqual(after);
  });

  it('begins with nothing', () => {
    expect(takeSnapshot(undefined, seen)).toEqual(seen);
  });
});
