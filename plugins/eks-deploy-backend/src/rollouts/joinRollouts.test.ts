import {
  aDeployment,
  anArgoRollout,
  aPod,
  aReplicaSet,
} from '../__testUtils__/builders';
import { joinRollouts, type NamespaceRows } from './joinRollouts';

const nothing: NamespaceRows = {
  deployments: [],
  replicaSets: [],
  pods: [],
  events: [],
  autoscalers: [],
  ingresses: [],
  statefulSets: [],
  daemonSets: [],
  argoRollouts: [],
};
const idle = { desired: 0, total: 0, updated: 0, ready: 0, available: 0 };

function joinKinds(rows: Partial<NamespaceRows>): string[] {
  return joinRollouts({ ...nothing, ...rows }, 'chat').map(({ kind }) => kind);
}

describe('joinRollouts', () => {
  const taking = anArgoRollout({ templateOf: 'chat-backend' });

  it('shows an Argo Rollout in the place of the Deployment that lends it its template', () => {
    const deployments = [aDeployment(idle)];
    expect(joinKinds({ deployments, argoRollouts: [taking] })).toEqual([
      'ArgoRollout',
    ]);
  });

  it.each([
    ['runs pods of its own', aDeployment(), taking],
    ['lends nothing', aDeployment(idle), anArgoRollout()],
    [
      "lends it to another component's",
      aDeployment(idle),
      { ...taking, kubernetesId: 'orders' },
    ],
  ])('shows a Deployment that %s', (_, deployment, argoRollout) => {
    expect(
      joinKinds({ deployments: [deployment], argoRollouts: [argoRollout] }),
    ).toContain('Deployment');
  });

  it('shows the image of a template that is taken from elsewhere by the ReplicaSet', () => {
    const replicaSet = aReplicaSet({
      controller: taking.uid,
      hash: taking.newest,
    });
    const [rollout] = joinRollouts(
      {
        ...nothing,
        argoRollouts: [{ ...taking, images: [] }],
        replicaSets: [replicaSet],
        pods: [aPod()],
      },
      'chat',
    );
    expect(rollout.images).toMatchObject(replicaSet.images);
  });
});
