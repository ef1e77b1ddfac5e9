import { setTimeout as sleep } from 'node:timers/promises';
import { resources } from './storage';
import { eventually } from './testing/eventually';
import { aTemplate } from './testing/objects';
import { startTestCluster } from './testing/startTestCluster';

const key = { namespace: 'default', name: 'chat' };

let cluster: Awaited<ReturnType<typeof startTestCluster>>;

const read = () => cluster.registry.get(resources.deployments, key).status;
const pods = () => cluster.registry.list(resources.pods, key.namespace);

beforeEach(async () => {
  cluster = await startTestCluster();
  cluster.registry.create(resources.deployments, {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: key,
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: 'chat' } },
      template: aTemplate(),
    },
  });
  await eventually('both pods are ready', () => read().readyReplicas === 2);
});

afterEach(async () => {
  await cluster?.stop();
});

describe('a cluster whose kubelets stand still', () => {
  it('counts no pod of theirs as ready, and says why', async () => {
    cluster.haltKubelets();
    await eventually('no pod is ready', () => !read().readyReplicas);
    const about = cluster.registry
      .list(resources.events, key.namespace)
      .filter(({ reason }) => reason === 'NodeNotReady')
      .map(({ involvedObject }) => involvedObject.name);
    expect(about.sort()).toEqual(
      pods()
        .map(({ metadata }) => metadata.name)
        .sort(),
    );
  });

  it('keeps pods that are deleted, as nobody says that they have ended', async () => {
    cluster.haltKubelets();
    const [{ metadata }] = pods();
    cluster.registry.delete(resources.pods, {
      namespace: key.namespace,
      name: metadata.name,
    });
    // The ReplicaSet makes up for it at once.
    await eventually('there is another', () => pods().length === 3);
    expect(
      pods().find(pod => pod.metadata.uid === metadata.uid)?.metadata,
    ).toHaveProperty('deletionTimestamp');
  });
});

describe('a cluster whose controllers stand still', () => {
  it('observes no further generation', async () => {
    cluster.haltControllers();
    const { metadata } = cluster.registry.modify(
      resources.deployments,
      key,
      draft => {
        draft.spec.replicas = 3;
      },
    );
    await sleep(500);
    expect(read().observedGeneration).toBeLessThan(metadata.generation ?? 0);
  });
});
