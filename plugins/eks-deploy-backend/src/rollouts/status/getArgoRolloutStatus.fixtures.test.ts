import type { Rollout } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { argoVerdicts } from '../../__testUtils__/argoVerdicts';
import {
  getMoment,
  pickRows,
  readRecordings,
  type Recording,
} from '../../__testUtils__/recordings';
import { joinRollouts } from '../joinRollouts';
import {
  toArgoRolloutRow,
  toDeploymentRow,
  toEventRow,
  toPodRow,
  toReplicaSetRow,
} from '../rows';

const recordings = readRecordings('argo-rollouts');

/** What we make of each state: phase or step, cause and first note. */
const EXPECTED: Record<string, { is: string; cause?: string; note?: object }> =
  {
    'blue-green-preview': {
      is: 'paused',
      cause: 'awaiting-promotion',
      note: { kind: 'preview' },
    },
    'blue-green-promoted': { is: 'complete' },
    'canary-aborted': { is: 'aborted', cause: 'aborted' },
    'canary-analysing': {
      is: 'creating',
      note: { kind: 'canary', step: 2, steps: 3, weight: 50 },
    },
    'canary-analysis-failed': { is: 'aborted', cause: 'analysis-failed' },
    'canary-analysis-inconclusive': {
      is: 'paused',
      cause: 'analysis-inconclusive',
      note: { kind: 'canary', step: 2, steps: 3, weight: 50 },
    },
    'canary-creating': {
      is: 'creating',
      note: { kind: 'canary', step: 1, steps: 2, weight: 50 },
    },
    // The pods that would tell why are gone by then.
    'canary-deadline-aborted': { is: 'aborted', cause: 'aborted' },
    'canary-deadline-exceeded': {
      is: 'failed',
      cause: 'readiness-failing',
      note: { kind: 'canary', step: 1, steps: 2, weight: 50 },
    },
    'canary-image-error': {
      is: 'creating',
      cause: 'image-pull',
      note: { kind: 'canary', step: 1, steps: 2, weight: 50 },
    },
    'canary-paused': {
      is: 'paused',
      cause: 'awaiting-promotion',
      note: { kind: 'canary', step: 2, steps: 2, weight: 50 },
    },
    'canary-paused-for-a-while': {
      is: 'paused',
      note: {
        kind: 'canary',
        step: 2,
        steps: 2,
        weight: 25,
        until: expect.stringMatching(/^2026-01-01T01:00/),
      },
    },
    'canary-unpausing': {
      is: 'pending',
      note: { kind: 'canary', step: 2, steps: 2, weight: 50 },
    },
    'degraded-after-success': { is: 'degraded', cause: 'readiness-gate' },
    healthy: { is: 'complete' },
    'invalid-spec': { is: 'failed', cause: 'invalid-spec' },
    'manually-paused': { is: 'paused' },
    'not-observed': { is: 'pending' },
    quota: { is: 'creating', cause: 'quota' },
    restarting: {
      is: 'awaiting-availability',
      note: { kind: 'replacing' },
    },
    stopped: { is: 'stopped' },
    'template-of-a-deployment': {
      is: 'complete',
      note: { kind: 'template-of-deployment', deployment: 'chat' },
    },
  };

/** The Workloads that are shown of a recorded namespace. */
function join(recording: Recording): Rollout[] {
  const own = { kubernetesId: 'chat' };
  return joinRollouts(
    {
      deployments: pickRows(recording, 'Deployment', toDeploymentRow).map(
        row => ({ ...row, ...own }),
      ),
      argoRollouts: pickRows(recording, 'Rollout', toArgoRolloutRow).map(
        row => ({ ...row, ...own }),
      ),
      replicaSets: pickRows(recording, 'ReplicaSet', toReplicaSetRow),
      pods: pickRows(recording, 'Pod', toPodRow),
      events: pickRows(recording, 'Event', toEventRow).filter(
        ({ type }) => type === 'Warning',
      ),
      autoscalers: [],
      ingresses: [],
      statefulSets: [],
      daemonSets: [],
    },
    'chat',
    getMoment(recording),
  );
}

describe('a state of an Argo Rollout, recorded from its real controller', () => {
  it.each(recordings)('is told with its cause: $state', recording => {
    const [{ status }] = join(recording);
    const { phase, step, cause, notes } = status;
    expect({
      is: step ?? phase,
      cause: cause?.kind,
      note: notes?.[0],
    }).toEqual({
      cause: undefined,
      note: undefined,
      ...EXPECTED[recording.state],
    });
  });

  it.each(recordings)(
    'is judged as kubectl argo rollouts does: $state',
    recording => {
      const [{ status }] = join(recording);
      expect(recording.kubectl.stdout).toMatch(argoVerdicts[status.phase]);
    },
  );

  it.each(recordings)(
    'is one Workload with its image and Revision: $state',
    recording => {
      const [rollout, ...others] = join(recording);
      expect(others).toEqual([]);
      // What is not valid is not numbered.
      expect(rollout.revision > 0).toBe(recording.state !== 'invalid-spec');
      expect(rollout).toMatchObject({
        kind: 'ArgoRollout',
        workload: 'chat',
        images: [
          { container: 'app', image: expect.stringMatching(/^example.com/) },
        ],
      });
    },
  );

  it('is recorded for each that is expected', () => {
    expect(recordings.map(({ state }) => state).sort()).toEqual(
      Object.keys(EXPECTED).sort(),
    );
  });
});
