import { anEnvironment, aRecord, aRollout } from '../testing';
import {
  reduceRolloutStream,
  type RolloutStream,
  type RolloutStreamAction,
} from './RolloutStream';

const snapshot = { environments: [anEnvironment()], records: [] };

function reduce(...actions: RolloutStreamAction[]): RolloutStream {
  return actions.reduce(reduceRolloutStream, { phase: 'connecting' });
}

const opened: RolloutStreamAction[] = [
  { type: 'event', event: { type: 'snapshot', data: snapshot } },
  { type: 'event', event: { type: 'synced', data: {} } },
];

describe('reduceRolloutStream', () => {
  it('tells a list that is still coming from one that is complete', () => {
    expect(reduce(opened[0])).toMatchObject({ phase: 'live', synced: false });
    expect(reduce(...opened)).toMatchObject({ phase: 'live', synced: true });
  });

  it('takes up each change', () => {
    const rollout = aRollout({ revision: 8 });

    const stream = reduce(...opened, {
      type: 'event',
      event: {
        type: 'change',
        data: { type: 'rollout', environment: 'staging', rollout },
      },
    });

    expect(stream).toMatchObject({
      snapshot: { environments: [{ rollouts: [{ revision: 8 }] }] },
    });
  });

  it('keeps what was seen while it connects again, and after it was refused', () => {
    const error = new Error('gone');
    expect(reduce(...opened, { type: 'lost' })).toMatchObject({
      phase: 'reconnecting',
      snapshot,
      synced: true,
    });
    expect(reduce(...opened, { type: 'failed', error })).toMatchObject({
      phase: 'failed',
      snapshot,
      error,
    });
  });

  it('shows what was seen until another backend has heard the cluster too', () => {
    const [staging] = snapshot.environments;
    const syncing = {
      ...staging,
      state: 'syncing' as const,
      observedAt: undefined,
      rollouts: [],
    };
    const stream = reduce(
      ...opened,
      { type: 'lost' },
      {
        type: 'event',
        event: {
          type: 'snapshot',
          data: { environments: [syncing], records: [] },
        },
      },
    );
    expect(stream).toMatchObject({
      synced: false,
      snapshot: {
        environments: [{ state: 'syncing', rollouts: staging.rollouts }],
      },
    });
  });

  it('shows snapshots that stand in for the stream, until the stream delivers', () => {
    const polled = reduce({ type: 'polled', snapshot });
    expect(polled).toEqual({ phase: 'polling', snapshot, synced: true });
    expect(reduceRolloutStream(polled, opened[0])).toMatchObject({
      phase: 'live',
      snapshot,
    });
  });

  it('shows an accepted command at once', () => {
    const record = aRecord({ status: 'running' });
    expect(reduce(...opened, { type: 'accepted', record })).toMatchObject({
      snapshot: { records: [record] },
    });
  });

  it('does not set a record back that has already ended', () => {
    const ended = aRecord({ status: 'succeeded' });

    const stream = reduce(
      ...opened,
      {
        type: 'event',
        event: { type: 'change', data: { type: 'record', record: ended } },
      },
      { type: 'accepted', record: aRecord({ status: 'running' }) },
    );

    expect(stream).toMatchObject({ snapshot: { records: [ended] } });
  });
});
