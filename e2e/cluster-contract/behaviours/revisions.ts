import assert from 'node:assert/strict';
import { behaviours } from '../sceneBehaviours';
import type { ReplicaSet } from '../objects';
import { REVISION, revisionOf, Rollout } from '../Rollout';

const imageOf = ({ spec }: ReplicaSet) =>
  spec.template.spec.containers[0].image;
const imagesByRevision = (replicaSets: ReplicaSet[]) =>
  replicaSets.map(
    replicaSet => `${revisionOf(replicaSet)} ${imageOf(replicaSet)}`,
  );

export const revisions = behaviours('a revision', {
  'comes with each template, on the Deployment and on its ReplicaSet':
    async scene => {
      const rollout = await Rollout.begin(scene);
      assert.equal(revisionOf(await rollout.complete()), 1);
      assert.equal(
        revisionOf(await rollout.completeWith('example.com/chat:2')),
        2,
      );
      assert.deepEqual(imagesByRevision(await rollout.replicaSets()), [
        '1 example.com/chat:1',
        '2 example.com/chat:2',
      ]);
    },
  'does not come with a change of scale': async scene => {
    const rollout = await Rollout.begin(scene);
    await rollout.complete();
    await rollout.change({ replicas: 2 });
    assert.equal(revisionOf(await rollout.complete()), 1);
    assert.equal((await rollout.replicaSets()).length, 1);
  },
  'comes with a restart': async scene => {
    const rollout = await Rollout.begin(scene);
    await rollout.complete();
    await rollout.change({
      template: {
        metadata: {
          annotations: {
            'kubectl.kubernetes.io/restartedAt': '2026-01-01T00:00:00Z',
          },
        },
      },
    });
    assert.equal(revisionOf(await rollout.complete()), 2);
  },
  'is renumbered by a rollback, and its old number vanishes': async scene => {
    const rollout = await Rollout.begin(scene);
    await rollout.complete();
    await rollout.completeWith('example.com/chat:2');
    await rollout.completeWith('example.com/chat:1');
    const replicaSets = await rollout.replicaSets();
    assert.deepEqual(imagesByRevision(replicaSets), [
      '2 example.com/chat:2',
      '3 example.com/chat:1',
    ]);
    const { annotations } = replicaSets[1].metadata;
    assert.equal(
      annotations?.['deployment.kubernetes.io/revision-history'],
      '1',
    );
  },
  'carries the change-cause and the other annotations of its Deployment':
    async scene => {
      const rollout = await Rollout.begin(scene, {
        annotations: {
          'kubernetes.io/change-cause': 'first',
          'example.com/kept': 'yes',
          'kubectl.kubernetes.io/last-applied-configuration': '{}',
        },
      });
      await rollout.complete();
      const [{ metadata }] = await rollout.replicaSets();
      assert.deepEqual(metadata.annotations, {
        'kubernetes.io/change-cause': 'first',
        'example.com/kept': 'yes',
        [REVISION]: '1',
        'deployment.kubernetes.io/desired-replicas': '1',
        'deployment.kubernetes.io/max-replicas': '2',
      });
    },
  'beyond the history limit is forgotten, the oldest first': async scene => {
    const rollout = await Rollout.begin(scene, { revisionHistoryLimit: 1 });
    await rollout.complete();
    await rollout.completeWith('example.com/chat:2');
    await rollout.completeWith('example.com/chat:3');
    await scene.eventually('one old revision is left', async () => {
      const images = imagesByRevision(await rollout.replicaSets());
      return images.join() === '2 example.com/chat:2,3 example.com/chat:3';
    });
  },
  'is not kept where the history limit is 0': async scene => {
    const rollout = await Rollout.begin(scene, { revisionHistoryLimit: 0 });
    await rollout.complete();
    await rollout.completeWith('example.com/chat:2');
    await scene.eventually(
      'the old revision is gone',
      async () => (await rollout.replicaSets()).length === 1,
    );
  },
  'belongs to its Deployment by a controller reference': async scene => {
    const rollout = await Rollout.begin(scene);
    const { metadata } = await rollout.complete();
    const [replicaSet] = await rollout.replicaSets();
    const [owner] = replicaSet.metadata.ownerReferences ?? [];
    assert.equal(owner.kind, 'Deployment');
    assert.equal(owner.uid, metadata.uid);
    assert.equal(owner.controller, true);
  },
  'is named by the hash of its template, which its labels carry':
    async scene => {
      const rollout = await Rollout.begin(scene);
      await rollout.complete();
      const [{ metadata, spec }] = await rollout.replicaSets();
      const hash = metadata.labels?.['pod-template-hash'];
      // Letters and digits that never spell a word.
      assert.match(hash ?? '', /^[bcdfghjklmnpqrstvwxz2456789]{6,10}$/);
      assert.equal(metadata.name, `chat-${hash}`);
      assert.equal(spec.template.metadata.labels['pod-template-hash'], hash);
    },
  'goes with its Deployment, pods too': async scene => {
    const rollout = await Rollout.begin(scene);
    await rollout.complete();
    await scene.must(scene.path('deployments', 'chat'), { method: 'DELETE' });
    await scene.eventually(
      'nothing is left',
      async () =>
        (await rollout.replicaSets()).length === 0 &&
        (await rollout.pods()).length === 0,
    );
  },
  'begins anew with a new Deployment of the same name': async scene => {
    const rollout = await Rollout.begin(scene);
    await rollout.complete();
    await rollout.completeWith('example.com/chat:2');
    const before = await rollout.read();
    await scene.must(scene.path('deployments', 'chat'), { method: 'DELETE' });
    await scene.eventually('its ReplicaSets are gone', async () => {
      const replicaSets = await rollout.replicaSets();
      return replicaSets.length === 0;
    });
    const again = await Rollout.begin(scene);
    const after = await again.complete();
    assert.notEqual(after.metadata.uid, before.metadata.uid);
    assert.equal(revisionOf(after), 1);
  },
});
