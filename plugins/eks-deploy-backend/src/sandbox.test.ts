import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Rollout } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import request from 'supertest';
import { readEvents } from './__testUtils__/readEvents';

jest.setTimeout(120_000);

const entity = '/api/eks-deploy/entities/component/default/chat';
const workload = `${entity}/environments/staging/workloads/chat-backend`;
const labels = { 'backstage.io/kubernetes-id': 'chat', app: 'chat-backend' };
const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'chat-backend', namespace: 'chat', labels },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: 'chat-backend' } },
    template: {
      metadata: { labels },
      spec: { containers: [{ name: 'app', image: 'nginx:1.29' }] },
    },
  },
};

// The Kubernetes plugin loads its client by import(), which jest's modules can't do: it runs in a process of its own.
describe("with the sandbox behind Backstage's Kubernetes plugin", () => {
  let backend: ChildProcess;
  let address: string;

  beforeAll(async () => {
    backend = spawn(
      process.execPath,
      [require.resolve('tsx/cli'), join(__dirname, '..', 'dev', 'index.ts')],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    if (!backend.stdout) {
      throw new Error('the backend has no output');
    }
    for await (const line of createInterface({ input: backend.stdout })) {
      if (line.startsWith('http://')) {
        address = line;
        break;
      }
    }
    backend.stdout.resume();
  });

  afterAll(async () => {
    if (backend.exitCode === null) {
      backend.kill('SIGTERM');
      await once(backend, 'exit');
    }
  });

  function create(path: string, object: object) {
    return request(address)
      .post(`/api/kubernetes/proxy${path}`)
      .set('backstage-kubernetes-cluster', 'staging')
      .send(object)
      .expect(201);
  }

  async function followToEnd(
    events: ReturnType<typeof readEvents>,
    revision: number,
  ): Promise<Rollout> {
    for (;;) {
      const change: { rollout?: Rollout } = await events.next('change');
      if (
        change.rollout?.revision === revision &&
        change.rollout.status.phase === 'complete'
      ) {
        return change.rollout;
      }
    }
  }

  it('tells a Deployment from its creation to its end, then a restart, then a rollback', async () => {
    await create('/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'chat' },
    });
    const events = readEvents(address, `${entity}/rollouts/stream`);
    await events.next('synced');
    await create('/apis/apps/v1/namespaces/chat/deployments', deployment);
    const first = await followToEnd(events, 1);
    expect(first.status.counts).toMatchObject({ desired: 2, available: 2 });

    await request(address)
      .post(`${workload}/restart`)
      .send({ fromRevision: 1 })
      .expect(202);
    await followToEnd(events, 2);

    await request(address)
      .post(`${workload}/rollback`)
      .send({ fromRevision: 2, toRevision: 1, reason: 'slower than before' })
      .expect(202);
    await followToEnd(events, 3);
    events.close();

    const { body } = await request(address).get(`${workload}/revisions`);
    expect(body.items).toMatchObject([
      { number: 3, current: true },
      { number: 2, current: false },
    ]);
  });

  it('lists the EKS clusters of the account', async () => {
    const { body } = await request(address).get('/api/eks-deploy/eks-clusters');
    expect(body.items).toMatchObject([
      { name: 'production', region: 'eu-west-1', accountId: '123456789012' },
      { name: 'staging' },
    ]);
  });
});
