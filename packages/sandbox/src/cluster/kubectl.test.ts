import { kubectlFor, type Kubectl } from './testing/kubectl';
import { startTestCluster } from './testing/startTestCluster';

let cluster: Awaited<ReturnType<typeof startTestCluster>>;
let kubectl: Kubectl;

beforeAll(async () => {
  cluster = await startTestCluster();
  kubectl = kubectlFor(cluster);
});

afterAll(async () => {
  await cluster?.stop();
});

function manifest(namespace: string, spec: Record<string, unknown> = {}) {
  const labels = { app: 'chat' };
  return {
    apiVersion: 'v1',
    kind: 'List',
    items: [
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'chat', namespace },
        spec: {
          replicas: 2,
          selector: { matchLabels: labels },
          template: {
            metadata: { labels },
            spec: {
              containers: [{ name: 'app', image: 'example.com/chat:1' }],
            },
          },
          ...spec,
        },
      },
    ],
  };
}

async function deployed(namespace: string, spec?: Record<string, unknown>) {
  const applied = await kubectl.feed(manifest(namespace, spec), 'apply');
  expect(applied).toMatchObject({ code: 0, stderr: '' });
  return kubectl('rollout', 'status', 'deployment/chat', '-n', namespace);
}

describe('with the real kubectl', () => {
  it('applies a manifest, follows the rollout, and applies it again unchanged', async () => {
    const status = await deployed('applied');
    expect(status.stdout).toContain('successfully rolled out');
    const again = await kubectl.feed(manifest('applied'), 'apply');
    expect(again.stdout).toContain('deployment.apps/chat unchanged');
    const changed = await kubectl.feed(
      manifest('applied', { replicas: 3 }),
      'apply',
    );
    expect(changed.stdout).toContain('deployment.apps/chat configured');
  });

  it('prints tables with the columns of the real server', async () => {
    await deployed('tables');
    const { stdout } = await kubectl(
      ...['get', 'deployments,replicasets,pods', '-o', 'wide', '-n', 'tables'],
    );
    expect(stdout).toMatch(
      /NAME +READY +UP-TO-DATE +AVAILABLE +AGE +CONTAINERS/,
    );
    expect(stdout).toMatch(/NAME +DESIRED +CURRENT +READY +AGE/);
    expect(stdout).toMatch(/NAME +READY +STATUS +RESTARTS +AGE +IP +NODE/);
    expect(stdout).toMatch(/pod\/chat-\S+ +1\/1 +Running +0 /);
  });

  it('watches pods come and go', async () => {
    await deployed('watched');
    const watching = kubectl.until(
      'Terminating',
      ...['get', 'pods', '-w', '-n', 'watched'],
    );
    await kubectl('delete', 'pods', '--all', '--wait=false', '-n', 'watched');
    expect(await watching).toMatch(/chat-\S+ +1\/1 +Terminating/);
  });

  it('sets an image, shows the history and undoes it, which renumbers the old revision', async () => {
    await deployed('undone');
    const inNamespace = ['deployment/chat', '-n', 'undone'];
    const set = await kubectl(
      ...['set', 'image', ...inNamespace, 'app=example.com/chat:2'],
    );
    expect(set.stdout).toContain('image updated');
    await kubectl('rollout', 'status', ...inNamespace);
    const before = await kubectl('rollout', 'history', ...inNamespace);
    expect(before.stdout).toMatch(/\n1 .*\n2 /);

    const undone = await kubectl('rollout', 'undo', ...inNamespace);
    expect(undone.stdout).toContain('rolled back');
    await kubectl('rollout', 'status', ...inNamespace);
    const after = await kubectl('rollout', 'history', ...inNamespace);
    expect(after.stdout).toMatch(/\n2 .*\n3 /);
    const image = await kubectl(
      ...['get', ...inNamespace, '-o', 'jsonpath={..image}'],
    );
    expect(image.stdout).toBe('example.com/chat:1');
  });

  it('restarts: same image, a new revision', async () => {
    await deployed('restarted');
    const inNamespace = ['deployment/chat', '-n', 'restarted'];
    const restarted = await kubectl('rollout', 'restart', ...inNamespace);
    expect(restarted.stdout).toContain('restarted');
    const status = await kubectl('rollout', 'status', ...inNamespace);
    expect(status.stdout).toContain('successfully rolled out');
    const history = await kubectl('rollout', 'history', ...inNamespace);
    expect(history.stdout).toMatch(/\n1 .*\n2 /);
  });

  it('holds changes back while paused and rolls them out on resume', async () => {
    await deployed('paused');
    const inNamespace = ['deployment/chat', '-n', 'paused'];
    await kubectl('rollout', 'pause', ...inNamespace);
    await kubectl('set', 'image', ...inNamespace, 'app=example.com/chat:2');
    const paused = await kubectl(
      ...['get', 'replicasets', '-n', 'paused', '-o', 'name'],
    );
    expect(paused.stdout.trim().split('\n')).toHaveLength(1);
    const restart = await kubectl('rollout', 'restart', ...inNamespace);
    expect(restart.code).toBe(1);
    expect(restart.stderr).toContain("can't restart paused deployment");
    await kubectl('rollout', 'resume', ...inNamespace);
    const status = await kubectl('rollout', 'status', ...inNamespace);
    expect(status.stdout).toContain('successfully rolled out');
  });

  it('scales', async () => {
    await deployed('scaled');
    const inNamespace = ['deployment/chat', '-n', 'scaled'];
    const scaled = await kubectl('scale', ...inNamespace, '--replicas=4');
    expect(scaled.stdout).toContain('scaled');
    await kubectl('rollout', 'status', ...inNamespace);
    const { stdout } = await kubectl('get', ...inNamespace);
    expect(stdout).toContain('4/4');
  });

  it('prints logs, and follows them as they grow', async () => {
    await deployed('logged');
    const inNamespace = ['deployment/chat', '-n', 'logged'];
    const once = await kubectl('logs', ...inNamespace, '--tail=1');
    expect(once.stdout.trim().split('\n')).toHaveLength(1);
    const followed = await kubectl.until(
      'GET /health',
      ...['logs', '-f', ...inNamespace],
    );
    expect(followed).toContain('listening on port 8080');
  });

  it('describes a deployment with its conditions and events', async () => {
    await deployed('described');
    const { code, stdout } = await kubectl(
      ...['describe', 'deployment', 'chat', '-n', 'described'],
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/Progressing +True +NewReplicaSetAvailable/);
    expect(stdout).toMatch(/StrategyType: +RollingUpdate/);
    expect(stdout).toMatch(/ScalingReplicaSet .*from 0 to 2/);
  });

  it('deletes a deployment with everything it owns', async () => {
    await deployed('deleted');
    const deleted = await kubectl(
      ...['delete', 'deployment', 'chat', '-n', 'deleted'],
    );
    expect(deleted.stdout).toContain('deleted');
    await kubectl(
      ...['wait', '--for=delete', 'pods', '--all', '-n', 'deleted'],
    );
    const left = await kubectl('get', 'replicasets,pods', '-n', 'deleted');
    expect(left.stderr).toContain('No resources found');
    const namespace = await kubectl('delete', 'namespace', 'deleted');
    expect(namespace).toMatchObject({ code: 0 });
  });

  it('tells of a bad image until the deadline is exceeded, and recovers by undo', async () => {
    await deployed('stuck', { progressDeadlineSeconds: 2 });
    const inNamespace = ['deployment/chat', '-n', 'stuck'];
    await kubectl(
      'set',
      'image',
      ...inNamespace,
      'app=example.com/chat:missing',
    );
    const status = await kubectl('rollout', 'status', ...inNamespace);
    expect(status.code).toBe(1);
    expect(status.stderr).toContain('exceeded its progress deadline');
    const pods = await kubectl('get', 'pods', '-n', 'stuck');
    expect(pods.stdout).toMatch(/ErrImagePull|ImagePullBackOff/);
    await kubectl('rollout', 'undo', ...inNamespace);
    const recovered = await kubectl('rollout', 'status', ...inNamespace);
    expect(recovered).toMatchObject({ code: 0 });
  });

  it('creates a Deployment from the command line', async () => {
    const inNamespace = ['-n', 'created'];
    await kubectl('create', 'namespace', 'created');
    const created = await kubectl(
      ...['create', 'deployment', 'web', ...inNamespace],
      ...['--image=example.com/web:1', '--replicas=2', '--port=8080'],
      ...['--', 'serve', '--verbose'],
    );
    expect(created).toMatchObject({ code: 0, stderr: '' });
    const status = await kubectl(
      ...['rollout', 'status', 'deployment/web', ...inNamespace],
    );
    expect(status.stdout).toContain('successfully rolled out');
    const { stdout } = await kubectl(
      ...['get', 'deployment', 'web', ...inNamespace, '-o', 'json'],
    );
    expect(JSON.parse(stdout).spec).toMatchObject({
      replicas: 2,
      template: {
        metadata: { labels: { app: 'web' } },
        spec: {
          containers: [
            {
              image: 'example.com/web:1',
              command: ['serve', '--verbose'],
              ports: [{ containerPort: 8080 }],
            },
          ],
        },
      },
    });
  });

  it('answers what the caller may do', async () => {
    const may = await kubectl('auth', 'can-i', 'create', 'deployments');
    expect(may).toMatchObject({ code: 0, stdout: 'yes\n' });
    const mayNot = await kubectl(
      ...['auth', 'can-i', 'create', 'deployments'],
      ...['--token', cluster.readOnlyToken],
    );
    expect(mayNot).toMatchObject({ code: 1, stdout: 'no\n' });
  });

  it('refuses a write to who may only read, and a wrong token altogether', async () => {
    const forbidden = await kubectl(
      ...['create', 'namespace', 'nope', '--token', cluster.readOnlyToken],
    );
    expect(forbidden.code).toBe(1);
    expect(forbidden.stderr).toContain('namespaces is forbidden: User');
    const unauthorized = await kubectl('get', 'pods', '--token', 'wrong');
    expect(unauthorized.code).toBe(1);
    expect(unauthorized.stderr).toMatch(/Unauthorized|must be logged in/);
  });

  it('names the field that is wrong', async () => {
    const result = await kubectl.feed(
      manifest('invalid', { selector: { matchLabels: { app: 'other' } } }),
      'apply',
    );
    expect(result.code).toBe(1);
    expect(result.stderr).toContain('spec.template.metadata.labels');
  });
});
