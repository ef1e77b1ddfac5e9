import type { RolloutStatus } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { getKubectlVerdict } from '../../__testUtils__/kubectlVerdicts';
import {
  getMoment,
  pickRows,
  readRecording,
  readRecordings,
  type Recording,
} from '../../__testUtils__/recordings';
import {
  toAutoscalerRow,
  toDeploymentRow,
  toEventRow,
  toPodRow,
  toReplicaSetRow,
} from '../rows';
import { getRolloutStatus } from './getRolloutStatus';

const recordings = readRecordings();

/** What we make of each state: phase or step, cause and note. */
const EXPECTED: Record<string, { is: string; cause?: string; note?: string }> =
  {
    'awaiting-availability': { is: 'awaiting-availability' },
    complete: { is: 'complete' },
    'crash-loop': { is: 'creating', cause: 'crash-loop' },
    creating: { is: 'creating' },
    'deadline-exceeded': { is: 'failed', cause: 'readiness-failing' },
    'degraded-after-success': { is: 'degraded', cause: 'readiness-gate' },
    evicted: { is: 'complete' },
    'image-error': { is: 'creating', cause: 'image-pull' },
    'init-failure': { is: 'awaiting-availability', cause: 'init-failure' },
    'load-balancer-gate': {
      is: 'awaiting-availability',
      cause: 'readiness-gate',
    },
    'liveness-loop': {
      is: 'awaiting-availability',
      cause: 'liveness-failing',
    },
    'missing-config': { is: 'awaiting-availability', cause: 'missing-config' },
    'mixed-digests': { is: 'complete', note: 'mixed-digests' },
    'mount-failure': { is: 'awaiting-availability', cause: 'mount-failure' },
    'node-lost': { is: 'degraded', cause: 'node-lost' },
    'not-observed': { is: 'pending' },
    'old-terminating': { is: 'terminating' },
    'oom-killed': { is: 'creating', cause: 'oom-killed' },
    paused: { is: 'paused' },
    'pod-security': { is: 'creating', cause: 'admission' },
    quota: { is: 'creating', cause: 'quota' },
    // Its probe failed once, a second after its start: every slow start looks like that.
    'readiness-failing': { is: 'creating' },
    'readiness-failing-for-long': {
      is: 'creating',
      cause: 'readiness-failing',
    },
    rollover: { is: 'creating', note: 'rollover' },
    'scaled-by-autoscaler': { is: 'awaiting-availability', note: 'scaling' },
    stopped: { is: 'stopped' },
    // Its node is why, and is told first.
    'stuck-on-lost-node': { is: 'creating', cause: 'node-lost' },
    'stuck-terminating': { is: 'creating', cause: 'stuck-terminating' },
    unschedulable: { is: 'awaiting-availability', cause: 'unschedulable' },
  };

function judge(recording: Recording): RolloutStatus {
  const [deployment] = pickRows(recording, 'Deployment', toDeploymentRow);
  const [autoscaler] = pickRows(
    recording,
    'HorizontalPodAutoscaler',
    toAutoscalerRow,
  );
  return getRolloutStatus(
    deployment,
    pickRows(recording, 'ReplicaSet', toReplicaSetRow),
    pickRows(recording, 'Pod', toPodRow),
    {
      autoscaler,
      events: pickRows(recording, 'Event', toEventRow).filter(
        ({ type }) => type === 'Warning',
      ),
      now: getMoment(recording),
    },
  );
}

describe('a state recorded from a real cluster', () => {
  it.each(recordings)('is told with its cause: $state', recording => {
    const { phase, step, cause, notes } = judge(recording);
    expect({
      is: step ?? phase,
      cause: cause?.kind,
      note: notes?.[0].kind,
    }).toEqual({
      cause: undefined,
      note: undefined,
      ...EXPECTED[recording.state],
    });
  });

  it.each(recordings)('is judged as kubectl does: $state', recording => {
    const { stdout, stderr } = recording.kubectl;
    expect(stdout || stderr).toMatch(getKubectlVerdict(judge(recording)));
  });

  it('is told with what else is wrong', () => {
    const { otherCauses } = judge(readRecording('.', 'stuck-on-lost-node'));
    expect(otherCauses).toMatchObject([{ kind: 'stuck-terminating' }]);
  });

  it('is recorded for each that is expected', () => {
    expect(recordings.map(({ state }) => state).sort()).toEqual(
      Object.keys(EXPECTED).sort(),
    );
  });
});
