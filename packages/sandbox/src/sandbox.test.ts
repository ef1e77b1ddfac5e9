import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { KubeConfig, AppsV1Api, CoreV1Api } from '@kubernetes/client-node';
import { Sandbox, startSandbox } from './sandbox';
import { loadToken } from './state/loadToken';

const ANY_PORT = { staging: 0, production: 0, github: 0, aws: 0 };

describe('startSandbox', () => {
  let stateDir: string;
  let sandbox: Sandbox;
  const start = async () => {
    sandbox = await startSandbox({
      stateDir,
      ports: ANY_PORT,
      podReadyMs: 50,
    });
  };

  beforeAll(async () => {
    stateDir = fs.mkdtempSync(path.join(os.tmpdir(), 'sandbox-'));
    await start();
  }, 60_000);
  afterAll(async () => {
    await sandbox.stop();
    fs.rmSync(stateDir, { recursive: true, force: true });
  });

  const connect = (cluster: 'staging' | 'production') => {
    const config = new KubeConfig();
    config.loadFromFile(sandbox.kubeconfig);
    config.setCurrentContext(cluster);
    return config;
  };
  const readBackend = (cluster: 'staging' | 'production', service: string) =>
    connect(cluster)
      .makeApiClient(AppsV1Api)
      .readNamespacedDeployment({
        name: `${service}-backend`,
        namespace: service,
      });
  const readGithub = async (resource: string) => {
    const { apiUrl, token } = sandbox.github;
    const answer = await fetch(`${apiUrl}/${resource}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return answer.json();
  };

  it('has both example services in git, with the releases that run as commits', async () => {
    for (const service of ['chat', 'orders']) {
      const commits = await readGithub(
        `repos/example-org/${service}/commits?per_page=100`,
      );
      expect(commits.length).toBeGreaterThan(4);
      expect(commits[0].commit.message).toMatch(/^deploy: .*\[skip ci\]/);
    }
  });

  it('has chat mid-rollout in staging, after three revisions', async () => {
    const { metadata, spec, status } = await readBackend('staging', 'chat');
    expect(metadata?.annotations).toMatchObject({
      'deployment.kubernetes.io/revision': '4',
      'kubernetes.io/change-cause':
        'backend 1.3.0 by sandbox: slow start, still rolling',
    });
    expect(spec?.template.metadata?.annotations).toMatchObject({
      'sandbox.eks-deploy/ready-after': '90s',
    });
    expect(status?.readyReplicas).toBe(3);
    expect(status?.updatedReplicas).toBeLessThan(3);
  });

  it('has the same chat complete in production', async () => {
    const { metadata, status } = await readBackend('production', 'chat');
    expect(metadata?.annotations).toMatchObject({
      'deployment.kubernetes.io/revision': '3',
    });
    expect(status).toMatchObject({ readyReplicas: 3, updatedReplicas: 3 });
    // Else the first `kubectl apply` of a deploy workflow would scale to one.
    expect(
      metadata?.annotations?.[
        'kubectl.kubernetes.io/last-applied-configuration'
      ],
    ).not.toContain('replicas');
  });

  it('has orders in production waiting for an image that nobody pushed', async () => {
    const api = connect('production').makeApiClient(CoreV1Api);
    const readReasons = async () => {
      const { items } = await api.listNamespacedPod({ namespace: 'orders' });
      return items.map(
        pod => pod.status?.containerStatuses?.[0].state?.waiting?.reason,
      );
    };
    const deadline = Date.now() + 25_000;
    let reasons = await readReasons();
    while (!reasons.includes('ImagePullBackOff') && Date.now() < deadline) {
      await new Promise(resolve => setTimeout(resolve, 100));
      reasons = await readReasons();
    }
    expect(reasons).toContain('ImagePullBackOff');
  });

  it('has a token of its own in a file that only its owner can read', async () => {
    const file = path.join(stateDir, 'token');
    const { token } = sandbox.github;
    expect(fs.readFileSync(file, 'utf8')).toBe(token);
    expect(fs.statSync(file).mode % 0o1000).toBe(0o600);

    const other = fs.mkdtempSync(path.join(os.tmpdir(), 'sandbox-token-'));
    expect(loadToken(other)).not.toBe(token);
    expect(loadToken(other)).toBe(loadToken(other));
    fs.rmSync(other, { recursive: true, force: true });
  });

  it('names the flag that moves a service whose port is busy', async () => {
    const { port } = new URL(sandbox.clusters.staging.url);
    const other = fs.mkdtempSync(path.join(os.tmpdir(), 'sandbox-busy-'));
    try {
      await expect(
        startSandbox({
          stateDir: other,
          ports: { ...ANY_PORT, staging: Number(port) },
          examples: false,
        }),
      ).rejects.toThrow(
        `Port ${port} is in use: stop what listens there, or start the sandbox's staging elsewhere with --staging-port <port>.`,
      );
    } finally {
      fs.rmSync(other, { recursive: true, force: true });
    }
  });

  it('closes every port when it stops, and goes on from its state folder', async () => {
    const before = await readBackend('production', 'chat');
    const urls = [
      sandbox.clusters.staging.url,
      sandbox.clusters.production.url,
      sandbox.github.url,
      sandbox.aws.url,
    ];
    await sandbox.stop();
    expect(await Promise.all(urls.map(isListening))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    await start();
    const after = await readBackend('production', 'chat');
    expect(after.metadata).toMatchObject({
      uid: before.metadata?.uid,
      generation: before.metadata?.generation,
    });
    expect(await readGithub('repos/example-org/chat')).toMatchObject({
      full_name: 'example-org/chat',
    });
  }, 30_000);

  it('does an example over when the start that brought it died half-way', async () => {
    const before = await readBackend('production', 'orders');
    const complete = await readBackend('production', 'chat');
    await sandbox.stop();
    fs.writeFileSync(
      path.join(stateDir, 'examples.json'),
      JSON.stringify({ chat: 'complete', orders: 'begun' }),
    );
    await start();
    const after = await readBackend('production', 'orders');
    expect(after.metadata?.uid).not.toBe(before.metadata?.uid);
    expect(after.metadata?.annotations).toMatchObject({
      'deployment.kubernetes.io/revision': '4',
    });
    expect((await readBackend('production', 'chat')).metadata?.uid).toBe(
      complete.metadata?.uid,
    );
  }, 60_000);
});

function isListening(url: string): Promise<boolean> {
  return new Promise(resolve => {
    const socket = net.connect(Number(new URL(url).port), '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
