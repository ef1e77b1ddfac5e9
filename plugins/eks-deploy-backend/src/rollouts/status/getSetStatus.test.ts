import {
  aContainer,
  aDaemonSet,
  anEvent,
  aPod,
  aStatefulSet,
} from '../../__testUtils__/builders';
import type { DaemonSetRow, StatefulSetRow } from '../rows';
import { getSetStatus } from './getSetStatus';

describe('getSetStatus', () => {
  it.each<[string, Partial<StatefulSetRow>, object]>([
    ['is complete', {}, { phase: 'complete' }],
    ['is pending', { generation: 3 }, { phase: 'pending' }],
    [
      'is pending before its first look',
      { generation: 0, observedGeneration: 0 },
      { phase: 'pending' },
    ],
    [
      'waits for pods to be ready',
      { ready: 2 },
      { phase: 'progressing', step: 'awaiting-availability' },
    ],
    [
      'updates one after another',
      { updateRevision: 'chat-store-3', updated: 1 },
      { phase: 'progressing', step: 'creating' },
    ],
    [
      'updates those above its partition',
      { partition: 1, updateRevision: 'chat-store-3', updated: 1 },
      { phase: 'progressing', step: 'creating' },
    ],
    [
      'is complete above its partition',
      { partition: 1, updateRevision: 'chat-store-3', updated: 2 },
      { phase: 'complete' },
    ],
    ['is stopped', { desired: 0, ready: 0, updated: 0 }, { phase: 'stopped' }],
    [
      'leaves updates to whoever deletes its pods',
      { onDelete: true, updateRevision: 'chat-store-3' },
      { phase: 'complete' },
    ],
  ])('of a StatefulSet that %s', (_, differs, expected) => {
    const { phase, step } = getSetStatus(
      { kind: 'StatefulSet', row: aStatefulSet(differs) },
      [],
    );
    expect({ phase, step }).toEqual(expected);
  });

  it.each<[string, Partial<DaemonSetRow>, object]>([
    ['is complete', {}, { phase: 'complete' }],
    ['is pending', { generation: 3 }, { phase: 'pending' }],
    [
      'updates its pods',
      { updated: 1 },
      { phase: 'progressing', step: 'creating' },
    ],
    [
      'waits for its pods',
      { available: 1 },
      { phase: 'progressing', step: 'awaiting-availability' },
    ],
  ])('of a DaemonSet that %s', (_, differs, expected) => {
    const { phase, step } = getSetStatus(
      { kind: 'DaemonSet', row: aDaemonSet(differs) },
      [],
    );
    expect({ phase, step }).toEqual(expected);
  });

  it('says why a pod does not start, and that it updates some only', () => {
    const pod = aPod({
      controller: 'statefulset-1',
      containers: [
        aContainer({
          running: false,
          ready: false,
          waiting: { reason: 'ErrImagePull' },
        }),
      ],
    });
    expect(
      getSetStatus(
        { kind: 'StatefulSet', row: aStatefulSet({ ready: 2, partition: 1 }) },
        [pod],
      ),
    ).toMatchObject({
      cause: { kind: 'image-pull' },
      notes: [{ kind: 'partitioned' }],
    });
  });

  it('says why pods can not be made, by the event: there is no condition for it', () => {
    const about = { kind: 'DaemonSet', name: 'chat-agent', uid: 'daemonset-1' };
    expect(
      getSetStatus({ kind: 'DaemonSet', row: aDaemonSet({ updated: 1 }) }, [], {
        events: [
          anEvent({
            reason: 'FailedCreate',
            message: 'exceeded quota: small',
            about,
          }),
        ],
      }).cause,
    ).toMatchObject({ kind: 'quota' });
  });
});
