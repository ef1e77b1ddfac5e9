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

  it("shows the hosts of its own tier's Ingresses, of many the first 20 by name", () => {
    const ingresses = Array.from({ length: 50 }, (_, index) => ({
      ...{ uid: `i-${index}`, name: `chat-${index}` },
      kubernetesId: index === 1 ? 'orders' : 'chat',
      tier: index === 2 ? 'frontend' : 'backend',
      hosts: [`${String(index).padStart(2, '0')}.example.com`],
    }));
    const deployments = [
      aDeployment({ tier: 'backend' }),
      aDeployment({ uid: 'worker', name: 'worker', tier: 'worker' }),
    ];
    const [{ hosts = [] }, worker] = joinRollouts(
      { ...nothing, deployments, ingresses },
      'chat',
    );
    expect(hosts).toHaveLength(20);
    expect(hosts.slice(0, 2)).toEqual(['00.example.com', '03.example.com']);
    expect(worker.hosts).toBeUndefined();
  });

  it('answers soon and briefly for hundreds of Workloads and Ingresses', () => {
    const numbers = Array.from({ length: 300 }, (_, index) => index);
    const deployments = numbers.map(index =>
      aDeployment({ ...idle, uid: `d-${index}`, name: `chat-${index}` }),
    );
    const ingresses = numbers.map(index => ({
      ...{ uid: `i-${index}`, name: `chat-${index}`, kubernetesId: 'chat' },
      tier: deployments[0].tier,
      hosts: numbers.slice(0, 20).map(host => `${index}-${host}.example.com`),
    }));
    const rollouts = joinRollouts(
      { ...nothing, deployments, ingresses },
      'chat',
    );
    expect(rollouts).toHaveLength(300);
    expect(JSON.stringify(rollouts).length).toBeLessThan(1_000_000);
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
