import assert from 'node:assert/strict';
import { behaviours } from '../sceneBehaviours';
import { aConfigMap, aDeployment, PATCH } from '../manifests';
import type { ConfigMap, Deployment } from '../objects';
import type { Scene } from '../Scene';

async function arrange(scene: Scene) {
  const path = scene.path('deployments', 'chat');
  const before = await scene.create<Deployment>(
    'deployments',
    aDeployment({ replicas: 0, annotations: { kept: 'yes' } }),
  );
  const patch = (contentType: string, body: unknown, query = '') =>
    scene.ask<Deployment>(`${path}${query}`, {
      method: 'PATCH',
      contentType,
      body,
    });
  const refused = (contentType: string, body: unknown) =>
    scene.ask(path, { method: 'PATCH', contentType, body });
  const read = () => scene.must<Deployment>(path);
  return { before, patch, refused, read };
}

const containersOf = ({ spec }: Deployment) =>
  spec.template.spec.containers.map(({ name, image }) => `${name} ${image}`);

const replaceReplicas = { op: 'replace', path: '/spec/replicas', value: 1 };

export const patching = [
  ...behaviours('a JSON Patch', {
    'whose test fails changes nothing and is refused with 422 Invalid, without causes':
      async scene => {
        const { refused, read } = await arrange(scene);
        const { status, body } = await refused(PATCH.json, [
          { op: 'test', path: '/metadata/generation', value: 99 },
          replaceReplicas,
        ]);
        assert.equal(status, 422);
        assert.equal(body.reason, 'Invalid');
        assert.equal(body.details?.causes, undefined);
        assert.equal((await read()).spec.replicas, 0);
      },
    'whose tests hold is done': async scene => {
      const { before, patch } = await arrange(scene);
      const { status, body } = await patch(PATCH.json, [
        { op: 'test', path: '/metadata/uid', value: before.metadata.uid },
        { op: 'test', path: '/metadata/generation', value: 1 },
        { op: 'test', path: '/metadata/annotations/kept', value: 'yes' },
        replaceReplicas,
      ]);
      assert.equal(status, 200);
      assert.equal(body.spec.replicas, 1);
    },
    'that tests for an annotation which is not there is refused with 422':
      async scene => {
        const { refused } = await arrange(scene);
        const { status } = await refused(PATCH.json, [
          { op: 'test', path: '/metadata/annotations/never', value: '1' },
        ]);
        assert.equal(status, 422);
      },
    'that removes what is not there is refused with 422': async scene => {
      const { refused } = await arrange(scene);
      const { status, body } = await refused(PATCH.json, [
        { op: 'remove', path: '/metadata/annotations/never' },
      ]);
      assert.equal(status, 422);
      assert.equal(body.reason, 'Invalid');
    },
    'that adds below what is not there is refused with 422': async scene => {
      const { refused } = await arrange(scene);
      const { status } = await refused(PATCH.json, [
        {
          op: 'add',
          path: '/spec/template/metadata/annotations/a',
          value: '1',
        },
      ]);
      assert.equal(status, 422);
    },
    'that leads to an invalid object is refused with 422 and the field':
      async scene => {
        const { refused } = await arrange(scene);
        const { status, body } = await refused(PATCH.json, [
          { op: 'replace', path: '/spec/replicas', value: -1 },
        ]);
        assert.equal(status, 422);
        assert.equal(body.details?.causes?.[0].field, 'spec.replicas');
      },
    'that is no list of operations is refused with 400': async scene => {
      const { refused } = await arrange(scene);
      const { status, body } = await refused(PATCH.json, { spec: {} });
      assert.equal(status, 400);
      assert.equal(body.reason, 'BadRequest');
    },
    'as a dry run answers as if, and changes nothing': async scene => {
      const { patch, read } = await arrange(scene);
      const { body } = await patch(
        PATCH.json,
        [replaceReplicas],
        '?dryRun=All',
      );
      assert.equal(body.spec.replicas, 1);
      assert.equal(body.metadata.generation, 2);
      assert.equal((await read()).spec.replicas, 0);
    },
    'of what is not there is a 404': async scene => {
      const { status } = await scene.ask(scene.path('deployments', 'no'), {
        method: 'PATCH',
        contentType: PATCH.json,
        body: [replaceReplicas],
      });
      assert.equal(status, 404);
    },
  }),
  ...behaviours('a merge patch', {
    'removes by null and replaces lists whole': async scene => {
      const { patch } = await arrange(scene);
      const { body } = await patch(PATCH.merge, {
        metadata: { annotations: { kept: null, added: 'yes' } },
        spec: {
          template: {
            spec: {
              containers: [{ name: 'web', image: 'example.com/web:1' }],
            },
          },
        },
      });
      assert.equal(body.metadata.annotations?.kept, undefined);
      assert.equal(body.metadata.annotations?.added, 'yes');
      assert.deepEqual(containersOf(body), ['web example.com/web:1']);
    },
    'with a version that is no longer the latest is a conflict':
      async scene => {
        const { before, patch, refused } = await arrange(scene);
        await patch(PATCH.merge, { spec: { replicas: 1 } });
        const { resourceVersion } = before.metadata;
        const { status, body } = await refused(PATCH.merge, {
          metadata: { resourceVersion },
          spec: { replicas: 2 },
        });
        assert.equal(status, 409);
        assert.equal(body.reason, 'Conflict');
      },
  }),
  ...behaviours('a strategic merge patch', {
    'changes the container of that name': async scene => {
      const { patch } = await arrange(scene);
      const { body } = await patch(PATCH.strategic, {
        spec: {
          template: {
            spec: {
              containers: [{ name: 'app', image: 'example.com/chat:2' }],
            },
          },
        },
      });
      assert.deepEqual(containersOf(body), ['app example.com/chat:2']);
    },
    'with a mistyped name adds a container': async scene => {
      const { patch } = await arrange(scene);
      const { body } = await patch(PATCH.strategic, {
        spec: {
          template: {
            spec: {
              containers: [{ name: 'apq', image: 'example.com/chat:2' }],
            },
          },
        },
      });
      assert.deepEqual(containersOf(body), [
        'apq example.com/chat:2',
        'app example.com/chat:1',
      ]);
    },
    'takes a container away by its directive': async scene => {
      const { patch } = await arrange(scene);
      const { body } = await patch(PATCH.strategic, {
        spec: {
          template: {
            spec: {
              containers: [
                { name: 'web', image: 'example.com/web:1' },
                { name: 'app', $patch: 'delete' },
              ],
            },
          },
        },
      });
      assert.deepEqual(containersOf(body), ['web example.com/web:1']);
    },
  }),
  ...behaviours('a server-side apply', {
    'creates what is not there, and changes what its manager owns':
      async scene => {
        const apply = (data: object) =>
          scene.ask<ConfigMap>(
            `${scene.path('configmaps', 'applied')}?fieldManager=ci`,
            {
              method: 'PATCH',
              contentType: PATCH.apply,
              body: { ...aConfigMap('applied'), data },
            },
          );
        const created = await apply({ a: '1', b: '1' });
        assert.equal(created.status, 201);
        const changed = await apply({ a: '2' });
        assert.equal(changed.status, 200);
        assert.deepEqual(changed.body.data, { a: '2' });
      },
    "of another manager's field is a conflict, unless it is forced":
      async scene => {
        const path = scene.path('configmaps', 'owned');
        const apply = (manager: string, value: string, query = '') =>
          scene.ask(`${path}?fieldManager=${manager}${query}`, {
            method: 'PATCH',
            contentType: PATCH.apply,
            body: { ...aConfigMap('owned'), data: { a: value } },
          });
        await apply('one', '1');
        const { status, body } = await apply('two', '2');
        assert.equal(status, 409);
        assert.equal(body.reason, 'Conflict');
        assert.equal(body.details?.causes?.[0].reason, 'FieldManagerConflict');
        assert.equal((await apply('two', '2', '&force=true')).status, 200);
      },
    'without a manager is refused': async scene => {
      const { status } = await scene.ask(scene.path('configmaps', 'nobody'), {
        method: 'PATCH',
        contentType: PATCH.apply,
        body: aConfigMap('nobody'),
      });
      assert.equal(status, 422);
    },
  }),
  ...behaviours('a patch', {
    'of a type that nobody knows is refused with 415': async scene => {
      const { refused } = await arrange(scene);
      const { status } = await refused('application/json', {
        spec: { replicas: 1 },
      });
      assert.equal(status, 415);
    },
  }),
];
