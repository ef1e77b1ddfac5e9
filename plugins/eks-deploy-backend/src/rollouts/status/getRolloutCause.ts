import type { RolloutCause } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { DeploymentRow, PodRow, ReplicaSetRow } from '../rows';
import { findNewReplicaSet } from './findNewReplicaSet';
import { getPodCause } from './getPodCause';
import { shortenMessage } from '@eks-deploy/backstage-plugin-eks-deploy-node';

/** From the one that explains most to the one that explains least. */
const RANK: Array<RolloutCause['kind']> = [
  'quota',
  'admission',
  'missing-config',
  'image-pull',
  'init-failure',
  'oom-killed',
  'crash-loop',
  'unschedulable',
  'mount-failure',
  'readiness-failing',
  'deadline-exceeded',
];

/** The most telling reason why a Rollout does not move; undefined while nothing looks wrong. */
export function getRolloutCause(
  deployment: DeploymentRow,
  replicaSets: ReplicaSetRow[],
  pods: PodRow[],
): RolloutCause | undefined {
  const newest = findNewReplicaSet(deployment, replicaSets);
  const causes = [
    ...getReplicaFailure(deployment),
    ...pods
      .filter(pod => newest && pod.controller === newest.uid)
      .flatMap(getPodCause),
    ...getDeadlineExceeded(deployment),
  ];
  return causes.sort((a, b) => RANK.indexOf(a.kind) - RANK.indexOf(b.kind))[0];
}

/** No pod tells of pods that the API server did not let in. */
function getReplicaFailure({ conditions }: DeploymentRow): RolloutCause[] {
  const failure = conditions.find(
    ({ type, status }) => type === 'ReplicaFailure' && status === 'True',
  );
  if (!failure) {
    return [];
  }
  const message = failure.message ?? failure.reason ?? 'pods can not be made';
  return [
    {
      kind: /exceeded quota/.test(message) ? 'quota' : 'admission',
      message: shortenMessage(message),
      since: failure.since,
    },
  ];
}

function getDeadlineExceeded({ conditions }: DeploymentRow): RolloutCause[] {
  const exceeded = conditions.find(
    ({ reason }) => reason === 'ProgressDeadlineExceeded',
  );
  return exceeded
    ? [
        {
          kind: 'deadline-exceeded',
          message: shortenMessage(
            exceeded.message ?? 'the progress deadline passed',
          ),
          since: exceeded.since,
        },
      ]
    : [];
}
