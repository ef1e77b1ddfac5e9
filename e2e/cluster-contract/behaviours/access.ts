import assert from 'node:assert/strict';
import { behaviours } from '../sceneBehaviours';
import { aConfigMap, aDeployment, PATCH } from '../manifests';
import type { Scene } from '../Scene';

/** Whether the token may, by the cluster's own word. */
async function mayDo(
  scene: Scene,
  verb: string,
  token: string,
): Promise<boolean> {
  const { status, body } = await scene.ask<{ status: { allowed: boolean } }>(
    '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
    {
      method: 'POST',
      token,
      body: {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        spec: {
          resourceAttributes: {
            namespace: scene.namespace,
            group: 'apps',
            resource: 'deployments',
            verb,
          },
        },
      },
    },
  );
  assert.equal(status, 201);
  return body.status.allowed;
}

export const access = [
  ...behaviours('a token that may do everything', {
    'is told so': async scene => {
      assert.equal(await mayDo(scene, 'patch', scene.cluster.token), true);
    },
  }),
  ...behaviours('a token that may only read', {
    'is told what it may and what not': async scene => {
      const { readOnlyToken } = scene.cluster;
      assert.equal(await mayDo(scene, 'watch', readOnlyToken), true);
      assert.equal(await mayDo(scene, 'patch', readOnlyToken), false);
    },
    reads: async scene => {
      await scene.create('configmaps', aConfigMap('mine'));
      const { status } = await scene.ask(scene.path('configmaps', 'mine'), {
        token: scene.cluster.readOnlyToken,
      });
      assert.equal(status, 200);
    },
    'is refused a write with a 403 that says what it lacks': async scene => {
      await scene.create('deployments', aDeployment({ replicas: 0 }));
      const { status, body } = await scene.ask(
        scene.path('deployments', 'chat'),
        {
          method: 'PATCH',
          contentType: PATCH.merge,
          body: { spec: { replicas: 1 } },
          token: scene.cluster.readOnlyToken,
        },
      );
      assert.equal(status, 403);
      assert.equal(body.reason, 'Forbidden');
      assert.match(
        body.message,
        new RegExp(
          `^deployments\\.apps "chat" is forbidden: User "[^"]+" cannot patch resource "deployments" in API group "apps" in the namespace "${scene.namespace}"$`,
        ),
      );
    },
    'is refused a dry run like the real thing': async scene => {
      const { status } = await scene.ask(
        `${scene.path('configmaps')}?dryRun=All`,
        {
          method: 'POST',
          body: aConfigMap('mine'),
          token: scene.cluster.readOnlyToken,
        },
      );
      assert.equal(status, 403);
    },
    'is refused before it is told that nothing is there': async scene => {
      const { status } = await scene.ask(scene.path('deployments', 'missing'), {
        method: 'DELETE',
        token: scene.cluster.readOnlyToken,
      });
      assert.equal(status, 403);
    },
  }),
  ...behaviours('a token that nobody gave', {
    'is refused with 401': async scene => {
      const { status, body } = await scene.ask(scene.path('configmaps'), {
        token: 'nobody',
      });
      assert.equal(status, 401);
      assert.equal(body.reason, 'Unauthorized');
    },
  }),
  ...behaviours('no token at all', {
    'is somebody anonymous, who is refused with 403': async scene => {
      const { status, body } = await scene.ask(scene.path('configmaps'), {
        token: '',
      });
      assert.equal(status, 403);
      assert.match(body.message, /User "system:anonymous" cannot list/);
    },
  }),
];
