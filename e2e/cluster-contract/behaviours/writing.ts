import assert from 'node:assert/strict';
import { behaviours } from '../sceneBehaviours';
import { aConfigMap, aDeployment } from '../manifests';
import type { ConfigMap, Deployment } from '../objects';
import type { Scene } from '../Scene';

const create = (scene: Scene) =>
  scene.create<ConfigMap>('configmaps', aConfigMap('mine', {}, { a: '1' }));

export const writing = behaviours('a write', {
  'of a name that is taken is a conflict: 409 AlreadyExists': async scene => {
    await create(scene);
    const { status, body } = await scene.ask(scene.path('configmaps'), {
      method: 'POST',
      body: aConfigMap('mine'),
    });
    assert.equal(status, 409);
    assert.equal(body.reason, 'AlreadyExists');
    assert.equal(body.message, 'configmaps "mine" already exists');
  },
  'over a version that somebody else has changed is a conflict: 409 Conflict':
    async scene => {
      const seen = await create(scene);
      const path = scene.path('configmaps', 'mine');
      await scene.must(path, {
        method: 'PUT',
        body: { ...seen, data: { a: '2' } },
      });
      const { status, body } = await scene.ask(path, {
        method: 'PUT',
        body: { ...seen, data: { a: '3' } },
      });
      assert.equal(status, 409);
      assert.equal(body.reason, 'Conflict');
      assert.match(body.message, /the object has been modified/);
    },
  'that says no version replaces whatever is there': async scene => {
    await create(scene);
    const { data } = await scene.must<ConfigMap>(
      scene.path('configmaps', 'mine'),
      { method: 'PUT', body: aConfigMap('mine', {}, { a: '2' }) },
    );
    assert.deepEqual(data, { a: '2' });
  },
  'that changes nothing leaves the version': async scene => {
    const seen = await create(scene);
    const { metadata } = await scene.must<ConfigMap>(
      scene.path('configmaps', 'mine'),
      { method: 'PUT', body: seen },
    );
    assert.equal(metadata.resourceVersion, seen.metadata.resourceVersion);
  },
  'that is a dry run answers as if, and creates nothing': async scene => {
    const path = scene.path('configmaps');
    const { status } = await scene.ask(`${path}?dryRun=All`, {
      method: 'POST',
      body: aConfigMap('imagined'),
    });
    assert.equal(status, 201);
    const after = await scene.ask(scene.path('configmaps', 'imagined'));
    assert.equal(after.status, 404);
  },
  'that is a dry run is judged like a real one': async scene => {
    const { status, body } = await scene.ask(
      `${scene.path('deployments')}?dryRun=All`,
      { method: 'POST', body: aDeployment({ replicas: -1 }) },
    );
    assert.equal(status, 422);
    assert.equal(body.details?.causes?.[0].field, 'spec.replicas');
  },
  'into a namespace that is not there is a 404': async scene => {
    const { status, body } = await scene.ask(
      '/api/v1/namespaces/nowhere/configmaps',
      { method: 'POST', body: aConfigMap('lost') },
    );
    assert.equal(status, 404);
    assert.equal(body.message, 'namespaces "nowhere" not found');
  },
  'of an invalid object is a 422 that names the field': async scene => {
    const { status, body } = await scene.ask(scene.path('deployments'), {
      method: 'POST',
      body: {
        ...aDeployment(),
        spec: {
          ...aDeployment().spec,
          selector: { matchLabels: { app: 'x' } },
        },
      },
    });
    assert.equal(status, 422);
    assert.equal(body.reason, 'Invalid');
    assert.equal(
      body.details?.causes?.[0].field,
      'spec.template.metadata.labels',
    );
  },
  "cannot change a Deployment's selector": async scene => {
    const deployment = await scene.create<Deployment>(
      'deployments',
      aDeployment({ replicas: 0 }),
    );
    const labels = { app: 'chat', tier: 'backend' };
    const { status, body } = await scene.ask(
      scene.path('deployments', 'chat'),
      {
        method: 'PUT',
        body: {
          ...deployment,
          metadata: { name: 'chat' },
          spec: {
            ...deployment.spec,
            selector: { matchLabels: labels },
            template: {
              ...deployment.spec.template,
              metadata: { labels },
            },
          },
        },
      },
    );
    assert.equal(status, 422);
    assert.match(body.message, /field is immutable/);
  },
  'that is strict refuses a field it does not know, with 400': async scene => {
    const { status, body } = await scene.ask(
      `${scene.path('configmaps')}?fieldValidation=Strict`,
      { method: 'POST', body: { ...aConfigMap('odd'), dita: { a: '1' } } },
    );
    assert.equal(status, 400);
    assert.match(body.message, /unknown field "dita"/);
  },
  'that is not strict drops a field it does not know': async scene => {
    const created = await scene.create<object>('configmaps', {
      ...aConfigMap('odd'),
      dita: { a: '1' },
    });
    assert.ok(!('dita' in created));
  },
  'gives a name where only its beginning is said': async scene => {
    const { metadata } = await scene.create<ConfigMap>('configmaps', {
      metadata: { generateName: 'some-' },
    });
    assert.match(metadata.name, /^some-[a-z0-9]{5}$/);
  },
  'that deletes on the condition of another uid is a conflict': async scene => {
    await create(scene);
    const { status, body } = await scene.ask(scene.path('configmaps', 'mine'), {
      method: 'DELETE',
      body: { preconditions: { uid: 'another' } },
    });
    assert.equal(status, 409);
    assert.equal(body.reason, 'Conflict');
  },
  'fills in what a Deployment leaves out': async scene => {
    const { spec } = await scene.create<Deployment>(
      'deployments',
      aDeployment(),
    );
    assert.equal(spec.replicas, 1);
    assert.equal(spec.progressDeadlineSeconds, 600);
    assert.equal(spec.revisionHistoryLimit, 10);
    assert.deepEqual(spec.strategy, {
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
    });
  },
});
