import { aDeployment } from '../../cluster-contract/manifests';
import type { Scene } from '../../cluster-contract/Scene';
import { holdsBack, openGates, podsOnce } from '../podActs';
import { GATE } from '../release';
import type { State } from '../State';
import { ArgoRollout } from './ArgoRollout';
import { aService, halfway, preview } from './manifests';
import type { Argo } from './startArgo';

/** The new image's pods beside the old ones, which still have the active Service. */
async function showPreview(scene: Scene): Promise<ArgoRollout> {
  for (const name of ['chat', 'chat-preview']) {
    await scene.must(`/api/v1/namespaces/${scene.namespace}/services`, {
      method: 'POST',
      body: aService(name),
    });
  }
  const rollout = await ArgoRollout.begin(scene, { strategy: preview });
  await rollout.is('Healthy');
  await rollout.setImage('example.com/chat:2');
  await rollout.is('Paused', /BlueGreenPause/);
  return rollout;
}

/** What every strategy has, and blue-green. */
export function otherStates(argo: Argo): State[] {
  return [
    {
      name: 'healthy',
      async bringAbout(scene) {
        const rollout = await ArgoRollout.begin(scene, { strategy: halfway });
        await rollout.is('Healthy');
      },
    },
    {
      name: 'stopped',
      async bringAbout(scene) {
        const rollout = await ArgoRollout.begin(scene, {
          strategy: halfway,
          replicas: 0,
        });
        await rollout.is('Healthy');
      },
    },
    {
      name: 'not-observed',
      async bringAbout(scene) {
        const rollout = await ArgoRollout.begin(scene, { strategy: halfway });
        await rollout.is('Healthy');
      },
      async goOnWithoutControllers(scene) {
        await scene.must(ArgoRollout.path(scene, 'chat'), {
          method: 'PATCH',
          contentType: 'application/merge-patch+json',
          body: { spec: { minReadySeconds: 1 } },
        });
      },
    },
    {
      name: 'manually-paused',
      async bringAbout(scene) {
        const rollout = await ArgoRollout.begin(scene, { strategy: halfway });
        await rollout.is('Healthy');
        await rollout.change({ paused: true });
        await rollout.is('Paused', /manually paused/);
      },
    },
    {
      name: 'invalid-spec',
      async bringAbout(scene) {
        const rollout = await ArgoRollout.begin(scene, {
          strategy: { canary: { steps: [{ setWeight: 150 }] } },
        });
        await rollout.is('Degraded', /InvalidSpec/);
      },
    },
    {
      name: 'quota',
      async bringAbout(scene) {
        await scene.create('resourcequotas', {
          metadata: { name: 'few-pods' },
          spec: { hard: { pods: '1' } },
        });
        const rollout = await ArgoRollout.begin(scene, { strategy: halfway });
        await rollout.is(
          'Progressing',
          /^/,
          ({ availableReplicas, conditions = [] }) =>
            availableReplicas === 1 &&
            conditions.some(({ type }) => type === 'ReplicaFailure'),
        );
      },
    },
    {
      name: 'degraded-after-success',
      async bringAbout(scene) {
        const rollout = await ArgoRollout.begin(scene, {
          strategy: halfway,
          readinessGates: [{ conditionType: GATE }],
        });
        await podsOnce(scene, 2, holdsBack);
        await openGates(scene, GATE, true);
        await rollout.is('Healthy');
        await openGates(scene, GATE, false);
        await rollout.is(
          'Progressing',
          /still becoming available/,
          ({ availableReplicas = 0 }) => availableReplicas === 0,
        );
      },
    },
    {
      name: 'restarting',
      async bringAbout(scene) {
        const rollout = await ArgoRollout.begin(scene, {
          strategy: halfway,
          templateAnnotations: { 'sandbox.eks-deploy/ready-after': '10s' },
        });
        await rollout.is('Healthy');
        await argo.run(scene, ['restart', 'chat']);
        await rollout.is('Progressing', /restarting/);
      },
    },
    {
      name: 'template-of-a-deployment',
      async bringAbout(scene) {
        await scene.create('deployments', aDeployment({ replicas: 0 }));
        const rollout = await ArgoRollout.begin(scene, {
          strategy: halfway,
          workloadRef: {
            apiVersion: 'apps/v1',
            kind: 'Deployment',
            name: 'chat',
          },
        });
        await rollout.is('Healthy');
      },
    },
    {
      name: 'blue-green-preview',
      async bringAbout(scene) {
        await showPreview(scene);
      },
    },
    {
      name: 'blue-green-promoted',
      async bringAbout(scene) {
        const rollout = await showPreview(scene);
        await argo.run(scene, ['promote', 'chat']);
        await rollout.is('Healthy');
      },
    },
  ];
}
