import assert from 'node:assert/strict';
import { behaviours } from '../sceneBehaviours';
import { aDeployment, PATCH } from '../manifests';
import type { Deployment } from '../objects';
import type { Scene } from '../Scene';

/** Generation before and after a merge patch of a Deployment that is at rest, or of its subresource. */
async function generationAfter(
  scene: Scene,
  body: object,
  subresource?: string,
): Promise<[before: number, after: number]> {
  const path = scene.path('deployments', 'chat');
  await scene.create('deployments', aDeployment({ replicas: 0 }));
  const before = await scene.eventually('the spec is observed', async () => {
    const { metadata, status } = await scene.must<Deployment>(path);
    return status.observedGeneration === metadata.generation && metadata;
  });
  await scene.must(scene.path('deployments', 'chat', subresource), {
    method: 'PATCH',
    contentType: PATCH.merge,
    body,
  });
  const after = await scene.must<Deployment>(path);
  return [before.generation, after.metadata.generation];
}

export const generation = behaviours("a Deployment's generation", {
  'is 1 at birth, and stays while its status goes on': async scene => {
    const before = await scene.create<Deployment>('deployments', aDeployment());
    assert.equal(before.metadata.generation, 1);
    const after = await scene.eventually('a pod is ready', async () => {
      const deployment = await scene.must<Deployment>(
        scene.path('deployments', 'chat'),
      );
      return deployment.status.readyReplicas === 1 && deployment;
    });
    assert.equal(after.metadata.generation, 1);
    assert.notEqual(
      after.metadata.resourceVersion,
      before.metadata.resourceVersion,
    );
  },
  'rises with the spec': async scene => {
    assert.deepEqual(
      await generationAfter(scene, { spec: { paused: true } }),
      [1, 2],
    );
  },
  "rises with the template's annotations": async scene => {
    assert.deepEqual(
      await generationAfter(scene, {
        spec: { template: { metadata: { annotations: { a: '1' } } } },
      }),
      [1, 2],
    );
  },
  'rises with a change of scale': async scene => {
    assert.deepEqual(
      await generationAfter(scene, { spec: { replicas: 1 } }, 'scale'),
      [1, 2],
    );
  },
  'rises with its own annotations, alone among the kinds': async scene => {
    assert.deepEqual(
      await generationAfter(scene, { metadata: { annotations: { a: '1' } } }),
      [1, 2],
    );
  },
  'stays with its labels': async scene => {
    assert.deepEqual(
      await generationAfter(scene, { metadata: { labels: { a: '1' } } }),
      [1, 1],
    );
  },
  'stays with a write that changes nothing': async scene => {
    assert.deepEqual(
      await generationAfter(scene, { spec: { replicas: 0 } }),
      [1, 1],
    );
  },
  'stays with its status': async scene => {
    assert.deepEqual(
      await generationAfter(scene, { status: { collisionCount: 1 } }, 'status'),
      [1, 1],
    );
  },
});
