import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { behaviours } from '../sceneBehaviours';
import { PATCH } from '../manifests';
import { conditionOf, judgement, Rollout } from '../Rollout';

/** New pods that never get ready keep a rollout where a test can look at it. */
const STUCK = 'example.com/chat:2-never-ready';

export const rollouts = behaviours('a rollout', {
  'that is complete, and scaled later, says at its ReplicaSet when':
    async scene => {
      const rollout = await Rollout.begin(scene);
      await rollout.complete();
      const [before] = await rollout.replicaSets();
      await sleep(1_000);
      await scene.must(scene.path('deployments', 'chat', 'scale'), {
        method: 'PATCH',
        contentType: PATCH.merge,
        body: { spec: { replicas: 2 } },
      });
      await rollout.complete();
      const [after] = await rollout.replicaSets();
      const at = after.metadata.managedFields?.find(
        ({ subresource, fieldsV1 }) =>
          !subresource && JSON.stringify(fieldsV1).includes('"f:replicas"'),
      )?.time;
      assert.ok(at && at > before.metadata.creationTimestamp);
    },
  'that is complete says so by counts and conditions': async scene => {
    const rollout = await Rollout.begin(scene, { replicas: 2 });
    const deployment = await rollout.complete();
    const { status } = deployment;
    assert.equal(status.readyReplicas, 2);
    assert.equal(status.unavailableReplicas, undefined);
    assert.equal(
      judgement(deployment, 'Available'),
      'True MinimumReplicasAvailable',
    );
    assert.equal(
      judgement(deployment, 'Progressing'),
      'True NewReplicaSetAvailable',
    );
    const [{ metadata }] = await rollout.replicaSets();
    assert.equal(
      conditionOf(deployment, 'Progressing')?.message,
      `ReplicaSet "${metadata.name}" has successfully progressed.`,
    );
    assert.equal(
      conditionOf(deployment, 'Available')?.message,
      'Deployment has minimum availability.',
    );
  },
  'that never had a ready pod is unavailable': async scene => {
    const rollout = await Rollout.begin(scene, { image: STUCK });
    const deployment = await rollout.until(
      'a pod is counted as unavailable',
      ({ status }) => status.unavailableReplicas === 1,
    );
    assert.equal(
      judgement(deployment, 'Available'),
      'False MinimumReplicasUnavailable',
    );
    assert.equal(
      conditionOf(deployment, 'Available')?.message,
      'Deployment does not have minimum availability.',
    );
    assert.equal(deployment.status.readyReplicas, undefined);
    assert.equal(deployment.status.availableReplicas, undefined);
  },
  'on its way keeps what was available and shows how far it is':
    async scene => {
      const rollout = await Rollout.begin(scene, { replicas: 4 });
      await rollout.complete();
      await rollout.setImage(STUCK);
      const deployment = await rollout.until(
        'surge and unavailability are used up',
        ({ status }) => status.updatedReplicas === 2 && status.replicas === 5,
      );
      assert.equal(deployment.status.availableReplicas, 3);
      assert.equal(deployment.status.unavailableReplicas, 2);
      assert.equal(
        judgement(deployment, 'Progressing'),
        'True ReplicaSetUpdated',
      );
      assert.equal(
        judgement(deployment, 'Available'),
        'True MinimumReplicasAvailable',
      );
    },
  'that gets nowhere exceeds its deadline': async scene => {
    const rollout = await Rollout.begin(scene, {
      image: STUCK,
      progressDeadlineSeconds: 2,
    });
    const deployment = await rollout.until(
      'the deadline is exceeded',
      ({ status }) =>
        status.conditions?.some(({ reason }) =>
          reason?.includes('DeadlineExceeded'),
        ) ?? false,
    );
    assert.equal(
      judgement(deployment, 'Progressing'),
      'False ProgressDeadlineExceeded',
    );
    const [{ metadata }] = await rollout.replicaSets();
    assert.equal(
      conditionOf(deployment, 'Progressing')?.message,
      `ReplicaSet "${metadata.name}" has timed out progressing.`,
    );
  },
  'recovers from an exceeded deadline when it is changed for the better':
    async scene => {
      const rollout = await Rollout.begin(scene, {
        image: STUCK,
        progressDeadlineSeconds: 2,
      });
      await rollout.until(
        'the deadline is exceeded',
        deployment =>
          judgement(deployment, 'Progressing') ===
          'False ProgressDeadlineExceeded',
      );
      await rollout.setImage('example.com/chat:3');
      const deployment = await rollout.complete();
      assert.equal(
        judgement(deployment, 'Available'),
        'True MinimumReplicasAvailable',
      );
    },
  'that is scaled on its way shares the new replicas between its revisions':
    async scene => {
      const rollout = await Rollout.begin(scene, { replicas: 4 });
      await rollout.complete();
      await rollout.setImage(STUCK);
      await rollout.until('it is stuck', ({ status }) => status.replicas === 5);
      await rollout.change({ replicas: 8 });
      await rollout.until(
        'it has grown',
        ({ status }) =>
          status.replicas === 10 && status.availableReplicas === 6,
      );
      assert.deepEqual(
        (await rollout.replicaSets()).map(({ spec }) => spec.replicas),
        [6, 4],
      );
    },
  'waits until its pods have been ready for as long as it wants':
    async scene => {
      const rollout = await Rollout.begin(scene, { minReadySeconds: 3 });
      const deployment = await rollout.until(
        'a pod is ready',
        ({ status }) => status.readyReplicas === 1,
      );
      assert.equal(deployment.status.availableReplicas, undefined);
      await rollout.complete();
    },
  'that was complete and then loses its pods is unavailable, not failed':
    async scene => {
      const rollout = await Rollout.begin(scene, {
        progressDeadlineSeconds: 2,
      });
      await rollout.complete();
      const [{ metadata }] = await rollout.pods();
      await scene.must(scene.path('pods', metadata.name, 'status'), {
        method: 'PATCH',
        contentType: PATCH.strategic,
        body: { status: { conditions: [{ type: 'Ready', status: 'False' }] } },
      });
      await rollout.until(
        'it is unavailable',
        ({ status }) => status.unavailableReplicas === 1,
      );
      await sleep(3_000);
      const deployment = await rollout.read();
      assert.equal(
        judgement(deployment, 'Available'),
        'False MinimumReplicasUnavailable',
      );
      assert.equal(
        judgement(deployment, 'Progressing'),
        'True NewReplicaSetAvailable',
      );
    },
  'that is paused starts nothing new, and says so': async scene => {
    const rollout = await Rollout.begin(scene);
    await rollout.complete();
    await rollout.change({ paused: true });
    await rollout.setImage('example.com/chat:2');
    const deployment = await rollout.until(
      'the change is observed',
      seen => judgement(seen, 'Progressing') === 'Unknown DeploymentPaused',
    );
    assert.equal(deployment.status.updatedReplicas, undefined);
    assert.equal((await rollout.replicaSets()).length, 1);
    assert.equal(
      conditionOf(deployment, 'Progressing')?.message,
      'Deployment is paused',
    );
  },
  'that is resumed goes on to its end': async scene => {
    const rollout = await Rollout.begin(scene, { paused: true });
    await rollout.until(
      'the pause is observed',
      seen => judgement(seen, 'Progressing') === 'Unknown DeploymentPaused',
    );
    assert.deepEqual(await rollout.replicaSets(), []);
    await rollout.change({ paused: false });
    await rollout.complete();
  },
  'of no replicas is complete and available': async scene => {
    const rollout = await Rollout.begin(scene, { replicas: 0 });
    const deployment = await rollout.until(
      'it is judged',
      seen => conditionOf(seen, 'Available') !== undefined,
    );
    assert.equal(deployment.status.replicas, undefined);
    assert.equal(
      judgement(deployment, 'Available'),
      'True MinimumReplicasAvailable',
    );
    const done = await rollout.until(
      'it is done',
      seen => judgement(seen, 'Progressing') === 'True NewReplicaSetAvailable',
    );
    assert.equal(done.status.updatedReplicas, undefined);
  },
  'that recreates ends the old pods before it starts new ones': async scene => {
    const rollout = await Rollout.begin(scene, {
      replicas: 2,
      strategy: { type: 'Recreate' },
    });
    await rollout.complete();
    await rollout.setImage(STUCK);
    const deployment = await rollout.until(
      'the new pods are there',
      ({ status }) => status.updatedReplicas === 2,
    );
    assert.equal(deployment.status.replicas, 2);
    assert.equal(deployment.status.availableReplicas, undefined);
    assert.deepEqual(
      (await rollout.replicaSets()).map(({ spec }) => spec.replicas),
      [0, 2],
    );
  },
  'that is overtaken lets go of the revision between': async scene => {
    const rollout = await Rollout.begin(scene, { replicas: 2 });
    await rollout.complete();
    await rollout.setImage(STUCK);
    await rollout.until('it is stuck', ({ status }) => status.replicas === 3);
    await rollout.setImage('example.com/chat:3');
    await rollout.complete();
    assert.deepEqual(
      (await rollout.replicaSets()).map(({ spec }) => spec.replicas),
      [0, 0, 2],
    );
  },
  'over its quota says which, and why': async scene => {
    await scene.create('resourcequotas', {
      metadata: { name: 'none' },
      spec: { hard: { pods: '0' } },
    });
    await scene.eventually('the quota is counted', async () => {
      const { status } = await scene.must<{ status?: { hard?: object } }>(
        scene.path('resourcequotas', 'none'),
      );
      return status?.hard;
    });
    const rollout = await Rollout.begin(scene);
    const deployment = await rollout.until(
      'the failure is reported',
      seen => conditionOf(seen, 'ReplicaFailure') !== undefined,
    );
    assert.equal(judgement(deployment, 'ReplicaFailure'), 'True FailedCreate');
    assert.match(
      conditionOf(deployment, 'ReplicaFailure')?.message ?? '',
      /^pods "chat-[a-z0-9]+-[a-z0-9]{5}" is forbidden: exceeded quota: none, requested: pods=1, used: pods=0, limited: pods=0$/,
    );
  },
  'against the security of its namespace says which rule': async scene => {
    await scene.must(`/api/v1/namespaces/${scene.namespace}`, {
      method: 'PATCH',
      contentType: PATCH.merge,
      body: {
        metadata: {
          labels: { 'pod-security.kubernetes.io/enforce': 'restricted' },
        },
      },
    });
    const rollout = await Rollout.begin(scene);
    const deployment = await rollout.until(
      'the failure is reported',
      seen => conditionOf(seen, 'ReplicaFailure') !== undefined,
    );
    assert.equal(judgement(deployment, 'ReplicaFailure'), 'True FailedCreate');
    assert.match(
      conditionOf(deployment, 'ReplicaFailure')?.message ?? '',
      /is forbidden: violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false/,
    );
  },
});
