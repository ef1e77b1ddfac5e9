import { resources } from '../storage';
import { eventually } from '../testing/eventually';
import { aTemplate } from '../testing/objects';
import { startTestCluster } from '../testing/startTestCluster';

const key = { namespace: 'default', name: 'chat' };

it('an autoscaler looks for the first time a period after it was made', async () => {
  const cluster = await startTestCluster();
  try {
    const { registry } = cluster;
    registry.create(resources.deployments, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: key,
      spec: {
        replicas: 1,
        selector: { matchLabels: { app: 'chat' } },
        template: aTemplate(),
      },
    });
    const read = () => registry.get(resources.deployments, key);
    await eventually('its pod is ready', () => read().status.readyReplicas);
    const since = Date.now();
    registry.create(resources.autoscalers, {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: key,
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', ...key },
        minReplicas: 2,
        maxReplicas: 3,
      },
    });
    await eventually('it is scaled', () => read().spec.replicas === 2);
    expect(Date.now() - since).toBeGreaterThanOrEqual(1_000);
    const { status } = registry.get(resources.autoscalers, key);
    expect(status).toMatchObject({ desiredReplicas: 2 });
  } finally {
    await cluster.stop();
  }
});
