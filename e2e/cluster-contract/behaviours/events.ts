import assert from 'node:assert/strict';
import { behaviours } from '../sceneBehaviours';
import type { Event, List } from '../objects';
import { Rollout } from '../Rollout';

export const events = behaviours('an event', {
  'tells how far the Deployment has scaled its ReplicaSets': async scene => {
    const rollout = await Rollout.begin(scene, { replicas: 2 });
    await rollout.complete();
    const [{ metadata }] = await rollout.replicaSets();
    const event = await scene.eventually('it is told', async () =>
      (
        await rollout.events()
      ).find(({ reason }) => reason === 'ScalingReplicaSet'),
    );
    assert.equal(event.type, 'Normal');
    assert.equal(event.involvedObject.kind, 'Deployment');
    assert.equal(
      event.message,
      `Scaled up replica set ${metadata.name} from 0 to 2`,
    );
  },
  'tells which pod the ReplicaSet created': async scene => {
    const rollout = await Rollout.begin(scene);
    await rollout.complete();
    const [{ metadata }] = await rollout.pods();
    const event = await scene.eventually('it is told', async () =>
      (
        await rollout.events()
      ).find(({ reason }) => reason === 'SuccessfulCreate'),
    );
    assert.equal(event.involvedObject.kind, 'ReplicaSet');
    assert.equal(event.message, `Created pod: ${metadata.name}`);
  },
  'tells where the pod was put': async scene => {
    const rollout = await Rollout.begin(scene);
    await rollout.complete();
    const [{ metadata, spec }] = await rollout.pods();
    const event = await scene.eventually('it is told', async () =>
      (await rollout.events()).find(({ reason }) => reason === 'Scheduled'),
    );
    assert.equal(
      event.message,
      `Successfully assigned ${scene.namespace}/${metadata.name} to ${spec.nodeName}`,
    );
  },
  'is found by the object that it is about': async scene => {
    const rollout = await Rollout.begin(scene);
    await rollout.complete();
    const [{ metadata }] = await rollout.pods();
    const fieldSelector = `involvedObject.kind=Pod,involvedObject.name=${metadata.name}`;
    const { items } = await scene.eventually('one is there', async () => {
      const found = await scene.must<List<Event>>(
        `${scene.path('events')}?${new URLSearchParams({ fieldSelector })}`,
      );
      return found.items.length > 0 && found;
    });
    for (const { involvedObject } of items) {
      assert.equal(involvedObject.name, metadata.name);
    }
  },
  'is found by its type': async scene => {
    const rollout = await Rollout.begin(scene, {
      image: 'example.com/chat:1-image-error',
    });
    await scene.eventually('a warning is there', async () => {
      const { items } = await scene.must<List<Event>>(
        `${scene.path('events')}?fieldSelector=type=Warning`,
      );
      return items.length > 0 && items.every(({ type }) => type === 'Warning');
    });
    assert.ok((await rollout.events()).some(({ type }) => type === 'Normal'));
  },
});
