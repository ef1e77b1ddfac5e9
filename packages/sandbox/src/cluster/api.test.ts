import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request } from './testing/request';
import { startTestCluster } from './testing/startTestCluster';

const CONFIG_MAPS = '/api/v1/namespaces/default/configmaps';
const JSON_PATCH = 'application/json-patch+json';
const MERGE_PATCH = 'application/merge-patch+json';

let cluster: Awaited<ReturnType<typeof startTestCluster>>;

beforeAll(async () => {
  cluster = await startTestCluster();
});

afterAll(async () => {
  await cluster?.stop();
});

async function createConfigMap(name: string, labels = {}) {
  const metadata = { name, labels };
  const { body } = await request(cluster, CONFIG_MAPS, {
    method: 'POST',
    body: { metadata, data: { a: '1' } },
  });
  return body as { metadata: { resourceVersion: string; uid: string } };
}

describe('the API over HTTPS', () => {
  it('refuses somebody without a token and tells its health to anybody', async () => {
    const denied = await request(cluster, '/api/v1/pods', { token: '' });
    expect(denied).toMatchObject({
      code: 403,
      body: {
        reason: 'Forbidden',
        message:
          'pods is forbidden: User "system:anonymous" cannot list resource "pods" in API group "" at the cluster scope',
      },
    });
    const discovery = await request(cluster, '/apis', { token: '' });
    expect(discovery.code).toBe(403);
    const mistaken = await request(cluster, '/apis', { token: 'mistaken' });
    expect(mistaken).toMatchObject({
      code: 401,
      body: { reason: 'Unauthorized' },
    });
    const health = await request(cluster, '/readyz', { token: '' });
    expect(health).toMatchObject({ code: 200, text: 'ok' });
  });

  it('refuses an update based on an old version', async () => {
    const created = await createConfigMap('raced');
    const update = (value: string) =>
      request(cluster, `${CONFIG_MAPS}/raced`, {
        method: 'PUT',
        body: { ...created, data: { a: value } },
      });
    expect(await update('2')).toMatchObject({ code: 200 });
    expect(await update('3')).toMatchObject({
      code: 409,
      body: { reason: 'Conflict' },
    });
  });

  it('answers a failed test of a JSON Patch with 422 and changes nothing', async () => {
    await createConfigMap('guarded');
    const patched = await request(cluster, `${CONFIG_MAPS}/guarded`, {
      method: 'PATCH',
      contentType: JSON_PATCH,
      body: [
        { op: 'replace', path: '/data/a', value: '2' },
        { op: 'test', path: '/data/a', value: '1' },
      ],
    });
    expect(patched).toMatchObject({ code: 422, body: { reason: 'Invalid' } });
    const { body } = await request(cluster, `${CONFIG_MAPS}/guarded`);
    expect(body.data).toEqual({ a: '1' });
  });

  it('asks before one manager applies what another has applied', async () => {
    const apply = (query: string, data: object) =>
      request(cluster, `${CONFIG_MAPS}/applied?${query}`, {
        method: 'PATCH',
        contentType: 'application/apply-patch+yaml',
        body: { apiVersion: 'v1', kind: 'ConfigMap', data },
      });
    const anonymous = await apply('', {});
    expect(anonymous).toMatchObject({ code: 422, body: { reason: 'Invalid' } });
    const created = await apply('fieldManager=one', { a: '1', b: '1' });
    expect(created.code).toBe(201);
    const changed = await apply('fieldManager=one', { a: '1' });
    expect(changed.body.data).toEqual({ a: '1' });
    const again = await apply('fieldManager=one', { a: '1' });
    expect(again.body).toEqual(changed.body);
    expect(await apply('fieldManager=two', { a: '2' })).toMatchObject({
      code: 409,
      body: {
        message: 'Apply failed with 1 conflict: conflict with "one": .data.a',
        details: {
          causes: [{ reason: 'FieldManagerConflict', field: '.data.a' }],
        },
      },
    });
    const forced = await apply('fieldManager=two&force=true', { a: '2' });
    expect(forced).toMatchObject({ code: 200, body: { data: { a: '2' } } });
  });

  it('keeps nothing of a dry run', async () => {
    const dry = await request(cluster, `${CONFIG_MAPS}?dryRun=All`, {
      method: 'POST',
      body: { metadata: { name: 'dry' } },
    });
    expect(dry.code).toBe(201);
    const read = await request(cluster, `${CONFIG_MAPS}/dry`);
    expect(read).toMatchObject({ code: 404, body: { reason: 'NotFound' } });
  });

  it('drops unknown fields, or refuses them where it is to be strict', async () => {
    const body = { metadata: { name: 'odd' }, dita: { a: '1' } };
    const post = { method: 'POST', body };
    const strict = `${CONFIG_MAPS}?fieldValidation=Strict`;
    expect(await request(cluster, strict, post)).toMatchObject({
      code: 400,
      body: {
        reason: 'BadRequest',
        message:
          'ConfigMap in version "v1" cannot be handled as a ConfigMap: strict decoding error: unknown field "dita"',
      },
    });
    const lenient = await request(cluster, CONFIG_MAPS, post);
    expect(lenient.code).toBe(201);
    expect(lenient.body).not.toHaveProperty('dita');
  });

  it('names a taken name, and a missing namespace', async () => {
    await createConfigMap('taken');
    const again = await request(cluster, CONFIG_MAPS, {
      method: 'POST',
      body: { metadata: { name: 'taken' } },
    });
    expect(again).toMatchObject({
      code: 409,
      body: { message: 'configmaps "taken" already exists' },
    });
    const nowhere = await request(
      cluster,
      '/api/v1/namespaces/nowhere/configmaps',
      { method: 'POST', body: { metadata: { name: 'x' } } },
    );
    expect(nowhere).toMatchObject({
      code: 404,
      body: { message: 'namespaces "nowhere" not found' },
    });
  });

  it('lists in pages', async () => {
    for (const name of ['page-a', 'page-b', 'page-c']) {
      await createConfigMap(name, { paged: 'yes' });
    }
    const path = `${CONFIG_MAPS}?labelSelector=paged&limit=2`;
    const first = await request(cluster, path);
    expect(first.body.items).not.toHaveProperty([0, 'kind']);
    const { continue: token } = first.body.metadata as Record<string, string>;
    expect(first.body.metadata).not.toHaveProperty('remainingItemCount');
    const second = await request(cluster, `${path}&continue=${token}`);
    expect(second.body.items).toMatchObject([{ metadata: { name: 'page-c' } }]);
  });

  it('shows on later pages what was there at the first', async () => {
    for (const name of ['kept-a', 'kept-b', 'kept-d']) {
      await createConfigMap(name, { kept: 'yes' });
    }
    const path = `${CONFIG_MAPS}?labelSelector=kept&limit=1`;
    const first = await request(cluster, path);
    const { continue: token, resourceVersion } = first.body.metadata as Record<
      string,
      string
    >;
    await createConfigMap('kept-c', { kept: 'yes' });
    await request(cluster, `${CONFIG_MAPS}/kept-b`, { method: 'DELETE' });
    const rest = await request(
      cluster,
      `${CONFIG_MAPS}?labelSelector=kept&continue=${token}`,
    );
    expect(rest.body).toMatchObject({
      metadata: { resourceVersion },
      items: [
        { metadata: { name: 'kept-b' } },
        { metadata: { name: 'kept-d' } },
      ],
    });
    cluster.registry.store.compact();
    const late = await request(cluster, `${path}&continue=${token}`);
    expect(late).toMatchObject({ code: 410, body: { reason: 'Expired' } });
  });

  it('watches with a selector: what leaves the selection is DELETED', async () => {
    const { metadata } = await createConfigMap('leaving', { seen: 'yes' });
    const watching = request(
      cluster,
      `${CONFIG_MAPS}?watch=1&labelSelector=seen=yes&resourceVersion=${metadata.resourceVersion}`,
      { until: 'DELETED' },
    );
    await request(cluster, `${CONFIG_MAPS}/leaving`, {
      method: 'PATCH',
      contentType: MERGE_PATCH,
      body: { metadata: { labels: { seen: null } } },
    });
    const { text } = await watching;
    expect(JSON.parse(text)).toMatchObject({
      type: 'DELETED',
      object: { metadata: { name: 'leaving' } },
    });
  });

  it('sends 410 Gone as an event to a watch from before the history', async () => {
    await createConfigMap('before');
    cluster.registry.store.compact();
    const { text } = await request(
      cluster,
      `${CONFIG_MAPS}?watch=1&resourceVersion=1`,
    );
    expect(JSON.parse(text)).toMatchObject({
      type: 'ERROR',
      object: { code: 410, reason: 'Expired' },
    });
  });

  it('refuses initial events of no version', async () => {
    const refused = await request(
      cluster,
      `${CONFIG_MAPS}?watch=1&sendInitialEvents=true`,
    );
    expect(refused).toMatchObject({ code: 422, body: { reason: 'Invalid' } });
  });

  it('marks the end of the initial events with a bookmark', async () => {
    await createConfigMap('initial');
    const { text } = await request(
      cluster,
      `${CONFIG_MAPS}?watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true`,
      { until: 'initial-events-end' },
    );
    expect(text).toContain('"ADDED"');
  });

  it('serves a kind nobody has seen once an object of it is created', async () => {
    const path = '/apis/example.com/v1/namespaces/default/widgets';
    const before = await request(cluster, path);
    expect(before.code).toBe(404);
    await request(cluster, path, {
      method: 'POST',
      body: { kind: 'Widget', metadata: { name: 'first' }, spec: { size: 1 } },
    });
    const after = await request(cluster, path);
    expect(after.body).toMatchObject({
      kind: 'WidgetList',
      items: [{ metadata: { name: 'first' }, spec: { size: 1 } }],
    });
  });

  it('brings a Deployment under an autoscaler to its minimum', async () => {
    const deployments = '/apis/apps/v1/namespaces/default/deployments';
    await request(
      cluster,
      '/apis/autoscaling/v2/namespaces/default/horizontalpodautoscalers',
      {
        method: 'POST',
        body: {
          metadata: { name: 'scaled' },
          spec: {
            scaleTargetRef: {
              apiVersion: 'apps/v1',
              kind: 'Deployment',
              name: 'scaled',
            },
            minReplicas: 3,
            maxReplicas: 4,
          },
        },
      },
    );
    const watching = request(
      cluster,
      `${deployments}?watch=1&fieldSelector=metadata.name=scaled`,
      { until: '"availableReplicas":3' },
    );
    const created = await request(cluster, deployments, {
      method: 'POST',
      body: {
        metadata: { name: 'scaled' },
        spec: {
          selector: { matchLabels: { app: 'scaled' } },
          template: {
            metadata: { labels: { app: 'scaled' } },
            spec: { containers: [{ name: 'app', image: 'example.com/a:1' }] },
          },
        },
      },
    });
    expect(created.body).toMatchObject({
      spec: { replicas: 1, progressDeadlineSeconds: 600 },
    });
    await watching;
    const { body } = await request(cluster, `${deployments}/scaled`);
    expect(body.spec).toMatchObject({ replicas: 3 });
  });
});

it('keeps its objects, certificates and kubeconfig over a restart', async () => {
  const stateDir = await mkdtemp(join(tmpdir(), 'sandbox-kept-'));
  const first = await startTestCluster({ stateDir });
  await request(first, CONFIG_MAPS, {
    method: 'POST',
    body: { metadata: { name: 'kept' } },
  });
  await first.stop();
  const second = await startTestCluster({ stateDir });
  expect(second.ca).toBe(first.ca);
  const { code } = await request(second, `${CONFIG_MAPS}/kept`);
  expect(code).toBe(200);
  await second.stop();
  await rm(stateDir, { recursive: true });
});
