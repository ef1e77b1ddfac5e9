import type { RolloutStatus } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import {
  EXPECTED_VERDICTS,
  toVerdict,
} from '../../__testUtils__/expectedVerdicts';
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
    expect(toVerdict(judge(recording))).toEqual(
      EXPECTED_VERDICTS[recording.state],
    );
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
      Object.keys(EXPECTED_VERDICTS).sort(),
    );
  });
});
