import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RolloutStatus } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { getKubectlVerdict } from '../../__testUtils__/kubectlVerdicts';
import {
  toAutoscalerRow,
  toDeploymentRow,
  toEventRow,
  toPodRow,
  toReplicaSetRow,
} from '../rows';
import { getRolloutStatus } from './getRolloutStatus';

/** A state of a rollout, recorded from a real Kubernetes, and what the real kubectl said of it. */
interface Recording {
  state: string;
  kubectl: { stdout: string; stderr: string };
  objects: Array<{ kind: string }>;
}

const folder = join(__dirname, '..', '__fixtures__');
const recordings = readdirSync(folder)
  .filter(name => name.endsWith('.json'))
  .map(
    (name): Recording => JSON.parse(readFileSync(join(folder, name), 'utf8')),
  );

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
    'missing-config': { is: 'awaiting-availability', cause: 'missing-config' },
    'mixed-digests': { is: 'complete', note: 'mixed-digests' },
    'mount-failure': { is: 'awaiting-availability', cause: 'mount-failure' },
    'not-observed': { is: 'pending' },
    'old-terminating': { is: 'terminating' },
    'oom-killed': { is: 'creating', cause: 'oom-killed' },
    paused: { is: 'paused' },
    'pod-security': { is: 'creating', cause: 'admission' },
    quota: { is: 'creating', cause: 'quota' },
    // Its probe failed once, a second after its start: every slow start looks like that.
    'readiness-failing': { is: 'creating' },
    rollover: { is: 'creating', note: 'rollover' },
    'scaled-by-autoscaler': { is: 'awaiting-availability', note: 'scaling' },
    stopped: { is: 'stopped' },
    unschedulable: { is: 'awaiting-availability', cause: 'unschedulable' },
  };

function judge({ objects }: Recording): RolloutStatus {
  const [deployment] = pick(objects, 'Deployment', toDeploymentRow);
  const [autoscaler] = pick(
    objects,
    'HorizontalPodAutoscaler',
    toAutoscalerRow,
  );
  // Looked at in the moment of the recording.
  const times =
    JSON.stringify(objects).match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g) ?? [];
  return getRolloutStatus(
    deployment,
    pick(objects, 'ReplicaSet', toReplicaSetRow),
    pick(objects, 'Pod', toPodRow),
    {
      autoscaler,
      events: pick(objects, 'Event', toEventRow).filter(
        ({ type }) => type === 'Warning',
      ),
      now: new Date(times.sort().at(-1) ?? 0),
    },
  );
}

function pick<Item, Row>(
  objects: Recording['objects'],
  kind: string,
  toRow: (object: Item) => Row,
): Row[] {
  return objects
    .filter(object => object.kind === kind)
    .map(object => toRow(object as Item));
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

  it('is recorded for each that is expected', () => {
    expect(recordings.map(({ state }) => state).sort()).toEqual(
      Object.keys(EXPECTED).sort(),
    );
  });
});
