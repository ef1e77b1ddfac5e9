import assert from 'node:assert/strict';
import { behaviours } from '../sceneBehaviours';
import { aConfigMap, PATCH } from '../manifests';
import type { ConfigMap, List, WatchEvent } from '../objects';
import type { Scene } from '../Scene';

const INITIAL_EVENTS_END = 'k8s.io/initial-events-end';

async function versionOf(scene: Scene): Promise<string> {
  const { metadata } = await scene.must<List<ConfigMap>>(
    scene.path('configmaps'),
  );
  return metadata.resourceVersion;
}

function label(scene: Scene, name: string, labels: object) {
  return scene.must<ConfigMap>(scene.path('configmaps', name), {
    method: 'PATCH',
    contentType: PATCH.merge,
    body: { metadata: { labels } },
  });
}

function remove(scene: Scene, name: string) {
  return scene.must(scene.path('configmaps', name), { method: 'DELETE' });
}

const told = (events: WatchEvent[]) =>
  events.map(({ type, object }) => `${type} ${object.metadata.name}`);

const deleted = ({ type }: WatchEvent) => type === 'DELETED';

export const watching = behaviours('a WATCH', {
  'from a version tells everything that came after it, in order':
    async scene => {
      const resourceVersion = await versionOf(scene);
      await scene.create('configmaps', aConfigMap('one'));
      await label(scene, 'one', { changed: 'yes' });
      await scene.create('configmaps', aConfigMap('two'));
      await remove(scene, 'one');
      const events = await scene.watch(
        'configmaps',
        { resourceVersion },
        { until: deleted },
      );
      assert.deepEqual(told(events), [
        'ADDED one',
        'MODIFIED one',
        'ADDED two',
        'DELETED one',
      ]);
    },
  'tells what happens while it is open': async scene => {
    const events = await scene.watch(
      'configmaps',
      { resourceVersion: await versionOf(scene) },
      {
        onOpen: () => scene.create('configmaps', aConfigMap('live')),
        until: ({ type }) => type === 'ADDED',
      },
    );
    assert.deepEqual(told(events), ['ADDED live']);
  },
  'from no version begins with what there is': async scene => {
    await scene.create('configmaps', aConfigMap('there'));
    const events = await scene.watch(
      'configmaps',
      { fieldSelector: 'metadata.name=there' },
      { until: ({ type }) => type === 'ADDED' },
    );
    assert.deepEqual(told(events), ['ADDED there']);
  },
  'tells that an object left with a version newer than its last':
    async scene => {
      const { metadata } = await scene.create<ConfigMap>(
        'configmaps',
        aConfigMap('leaving'),
      );
      await remove(scene, 'leaving');
      const events = await scene.watch(
        'configmaps',
        { resourceVersion: metadata.resourceVersion },
        { until: deleted },
      );
      const last = events[events.length - 1].object.metadata.resourceVersion;
      assert.ok(Number(last) > Number(metadata.resourceVersion));
    },
  'of a selector tells ADDED and DELETED as objects begin and cease to match':
    async scene => {
      const { metadata } = await scene.create<ConfigMap>(
        'configmaps',
        aConfigMap('turning'),
      );
      await label(scene, 'turning', { seen: 'yes' });
      await label(scene, 'turning', { also: 'changed' });
      await label(scene, 'turning', { seen: null });
      const events = await scene.watch(
        'configmaps',
        {
          labelSelector: 'seen=yes',
          resourceVersion: metadata.resourceVersion,
        },
        { until: deleted },
      );
      assert.deepEqual(told(events), [
        'ADDED turning',
        'MODIFIED turning',
        'DELETED turning',
      ]);
    },
  'that asked for bookmarks gets one before it ends, on quiet objects too':
    async scene => {
      const resourceVersion = await versionOf(scene);
      const events = await scene.watch('configmaps', {
        resourceVersion,
        allowWatchBookmarks: 'true',
        timeoutSeconds: '5',
      });
      const bookmark = events.find(({ type }) => type === 'BOOKMARK');
      assert.ok(bookmark, 'no bookmark came');
      assert.equal(bookmark.object.kind, 'ConfigMap');
      assert.ok(
        Number(bookmark.object.metadata.resourceVersion) >=
          Number(resourceVersion),
      );
    },
  'that did not ask for bookmarks gets none, and ends in its time':
    async scene => {
      const startedAt = Date.now();
      const events = await scene.watch('configmaps', {
        resourceVersion: await versionOf(scene),
        timeoutSeconds: '4',
      });
      assert.deepEqual(events, []);
      assert.ok(Date.now() - startedAt > 2_500);
    },
  'from before what the cluster remembers is told 410 as an event':
    async scene => {
      const events = await scene.watch(
        'configmaps',
        { resourceVersion: '1', timeoutSeconds: '3' },
        { until: ({ type }) => type === 'ERROR' },
      );
      assert.equal(events[0]?.type, 'ERROR');
      assert.equal(events[0].object.code, 410);
      assert.equal(events[0].object.reason, 'Expired');
    },
  'that wants the initial events marks their end with a bookmark':
    async scene => {
      await scene.create('configmaps', aConfigMap('first'));
      const events = await scene.watch(
        'configmaps',
        {
          sendInitialEvents: 'true',
          resourceVersionMatch: 'NotOlderThan',
          allowWatchBookmarks: 'true',
          fieldSelector: 'metadata.name=first',
        },
        { until: ({ type }) => type === 'BOOKMARK' },
      );
      assert.equal(told(events)[0], 'ADDED first');
      const { annotations } = events[events.length - 1].object.metadata;
      assert.equal(annotations?.[INITIAL_EVENTS_END], 'true');
    },
  'that wants the initial events but says not which version is refused with 422':
    async scene => {
      const { status, body } = await scene.ask(
        `${scene.path(
          'configmaps',
        )}?watch=1&sendInitialEvents=true&allowWatchBookmarks=true&timeoutSeconds=1`,
      );
      assert.equal(status, 422);
      assert.equal(body.reason, 'Invalid');
    },
  'of one object by name tells nothing of others': async scene => {
    const resourceVersion = await versionOf(scene);
    await scene.create('configmaps', aConfigMap('other'));
    await scene.create('configmaps', aConfigMap('mine'));
    const events = await scene.watch(
      'configmaps',
      { resourceVersion, fieldSelector: 'metadata.name=mine' },
      { until: ({ type }) => type === 'ADDED' },
    );
    assert.deepEqual(told(events), ['ADDED mine']);
  },
});
