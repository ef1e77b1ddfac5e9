import assert from 'node:assert/strict';
import { behaviours } from '../sceneBehaviours';
import { aConfigMap } from '../manifests';
import type { ConfigMap, List, Status } from '../objects';
import type { Scene } from '../Scene';

const GREEN = ['green-a', 'green-b', 'green-c'];

/** Three green and one blue ConfigMap; `kube-root-ca.crt`, which a cluster adds itself, has no label. */
async function arrange(scene: Scene): Promise<void> {
  for (const name of GREEN) {
    await scene.create('configmaps', aConfigMap(name, { colour: 'green' }));
  }
  await scene.create('configmaps', aConfigMap('blue', { colour: 'blue' }));
}

function pathOf(scene: Scene, query: Record<string, string>): string {
  return `${scene.path('configmaps')}?${new URLSearchParams(query)}`;
}

function list(scene: Scene, query: Record<string, string>) {
  return scene.must<List<ConfigMap>>(pathOf(scene, query));
}

function ask(scene: Scene, query: Record<string, string>) {
  return scene.ask(pathOf(scene, query));
}

/** The continue token as it would be had the LIST begun before everything that the cluster still remembers. */
function aged({ metadata }: List<ConfigMap>): string {
  const token = Buffer.from(metadata.continue ?? '', 'base64url').toString();
  return Buffer.from(token.replace(/"rv":\d+/, '"rv":1')).toString('base64url');
}

const namesOf = ({ items }: List<ConfigMap>) =>
  items.map(({ metadata }) => metadata.name);

export const reading = [
  ...behaviours('a LIST', {
    'comes in pages, sorted by name, until one has no continue token':
      async scene => {
        await arrange(scene);
        const green = { labelSelector: 'colour=green', limit: '2' };
        const first = await list(scene, green);
        assert.deepEqual(namesOf(first), GREEN.slice(0, 2));
        assert.ok(first.metadata.continue);
        const last = await list(scene, {
          ...green,
          continue: first.metadata.continue,
        });
        assert.deepEqual(namesOf(last), GREEN.slice(2));
        assert.equal(last.metadata.continue, undefined);
      },
    'says how many are left only where no selector has to be asked':
      async scene => {
        await arrange(scene);
        const all = await list(scene, {});
        const page = await list(scene, { limit: '1' });
        assert.equal(page.metadata.remainingItemCount, all.items.length - 1);
        const selected = await list(scene, {
          limit: '1',
          labelSelector: 'colour=green',
        });
        assert.equal(selected.metadata.remainingItemCount, undefined);
      },
    'has one version over all its pages, whatever changes in between':
      async scene => {
        await arrange(scene);
        const selected = { labelSelector: 'colour', limit: '2' };
        const first = await list(scene, selected);
        await scene.create(
          'configmaps',
          aConfigMap('zebra', { colour: 'both' }),
        );
        const last = await list(scene, {
          ...selected,
          continue: first.metadata.continue ?? '',
        });
        assert.equal(
          last.metadata.resourceVersion,
          first.metadata.resourceVersion,
        );
        assert.deepEqual(namesOf(last), ['green-b', 'green-c']);
      },
    'has a version at least that of every object in it': async scene => {
      await arrange(scene);
      const { metadata, items } = await list(scene, {});
      for (const item of items) {
        assert.ok(
          Number(item.metadata.resourceVersion) <=
            Number(metadata.resourceVersion),
        );
      }
    },
    'leaves kind and apiVersion to the list': async scene => {
      await arrange(scene);
      const all = await list(scene, {});
      assert.equal(all.kind, 'ConfigMapList');
      assert.equal(all.items[0].kind, undefined);
    },
    'selects by label: equal, unequal, in a set, not in it, there, not there':
      async scene => {
        await arrange(scene);
        const expected: Array<[string, string[]]> = [
          ['colour=green', GREEN],
          ['colour==blue', ['blue']],
          ['colour!=green,colour', ['blue']],
          ['colour in (blue, red)', ['blue']],
          ['colour notin (blue),colour', GREEN],
          ['colour,!shape', ['blue', ...GREEN]],
        ];
        for (const [labelSelector, names] of expected) {
          const found = await list(scene, { labelSelector });
          assert.deepEqual(namesOf(found), names, labelSelector);
        }
      },
    'selects by name as a field': async scene => {
      await arrange(scene);
      const found = await list(scene, { fieldSelector: 'metadata.name=blue' });
      assert.deepEqual(namesOf(found), ['blue']);
    },
    'refuses a field that objects are not selected by, with 400':
      async scene => {
        const { status, body } = await ask(scene, {
          fieldSelector: 'data.a=b',
        });
        assert.equal(status, 400);
        assert.equal(body.reason, 'BadRequest');
      },
    'refuses a label selector that it cannot read, with 400': async scene => {
      const { status, body } = await ask(scene, { labelSelector: 'a in (' });
      assert.equal(status, 400);
      assert.equal(body.reason, 'BadRequest');
    },
    'refuses a continue token that it never gave, with 400': async scene => {
      const { status, body } = await ask(scene, { continue: 'nonsense' });
      assert.equal(status, 400);
      assert.equal(body.reason, 'BadRequest');
    },
    'refuses a continue token whose version is compacted, with 410, and gives one to go on with':
      async scene => {
        await arrange(scene);
        const green = { labelSelector: 'colour=green', limit: '2' };
        const first = await list(scene, green);
        const { status, body } = await scene.ask<
          Status & Pick<List<ConfigMap>, 'metadata'>
        >(pathOf(scene, { ...green, continue: aged(first) }));
        assert.equal(status, 410);
        assert.equal(body.reason, 'Expired');
        const rest = await list(scene, {
          ...green,
          continue: body.metadata.continue ?? '',
        });
        assert.deepEqual(namesOf(rest), GREEN.slice(2));
      },
    'answers version 0, which means any, with what it has': async scene => {
      const { items } = await list(scene, { resourceVersion: '0' });
      assert.ok(Array.isArray(items));
    },
    'becomes a Table for kubectl': async scene => {
      await arrange(scene);
      const table = await scene.must<{
        kind: string;
        columnDefinitions: Array<{ name: string }>;
      }>(scene.path('configmaps'), {
        accept: 'application/json;as=Table;v=v1;g=meta.k8s.io',
      });
      assert.equal(table.kind, 'Table');
      assert.deepEqual(
        table.columnDefinitions.map(({ name }) => name),
        ['Name', 'Data', 'Age'],
      );
    },
  }),
  ...behaviours('a GET', {
    'of what is not there is a 404 that names it': async scene => {
      const path = scene.path('deployments', 'missing');
      const { status, body } = await scene.ask(path);
      assert.equal(status, 404);
      assert.equal(body.kind, 'Status');
      assert.equal(body.reason, 'NotFound');
      assert.equal(body.message, 'deployments.apps "missing" not found');
      assert.deepEqual(body.details, {
        name: 'missing',
        group: 'apps',
        kind: 'deployments',
      });
    },
    'of a kind that does not exist is a 404 that names nothing':
      async scene => {
        const { status, body } = await scene.ask(
          `/apis/apps/v1/namespaces/${scene.namespace}/deploymints/chat`,
        );
        assert.equal(status, 404);
        assert.equal(body.details?.name, undefined);
      },
  }),
];
