import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type {
  DeploymentRecord,
  Rollout,
  RolloutSnapshot,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { repositoryRoot, type Portal } from '@eks-deploy/scripts';
import { parse } from 'yaml';
import { eventually } from './eventually';
import type { PortalApi } from './portalApi';
import { openRolloutStream, type RolloutViewer } from './rolloutStream';

const run = promisify(execFile);

/** What the steps hand on to one another. */
export interface Loop {
  portal: Portal;
  api: PortalApi;
  viewer?: RolloutViewer;
}

export interface Step {
  name: string;
  /** Does the step and tells in a few words what came of it; throws at the first thing that isn't so. */
  run(loop: Loop): Promise<string>;
}

const service = 'parcels';
const workload = `${service}-backend`;
const entity = { kind: 'component', namespace: 'default', name: service };
const environment = 'staging';
const path = { ...entity, environment, workload };

export const steps: Step[] = [
  {
    name: 'the wizard lists the EKS clusters of the account',
    async run({ api }) {
      const { data } = await api.eksDeploy.GET('/eks-clusters');
      const names = data?.items.map(({ name }) => name).sort();
      expectEqual(names, ['production', 'staging']);
      return `${names}`;
    },
  },
  {
    name: 'Create makes the repository and the catalog entry',
    async run(loop) {
      const { id } = await loop.api.request<{ id: string }>(
        '/scaffolder/v2/tasks',
        {
          templateRef: 'template:default/fullstack-eks',
          values: await answers(loop),
        },
      );
      await eventually(
        'the end of the scaffolder task',
        async () => {
          const task = await loop.api.request<{ status: string }>(
            `/scaffolder/v2/tasks/${id}`,
          );
          if (task.status === 'failed') {
            const events = await loop.api.request<
              Array<{ body: { message: string } }>
            >(`/scaffolder/v2/tasks/${id}/events`);
            throw new Error(
              events
                .slice(-5)
                .map(({ body }) => body.message)
                .join('\n'),
            );
          }
          return task.status === 'completed';
        },
        90_000,
      );
      await eventually('the catalog entry', () =>
        loop.api.request(
          `/catalog/entities/by-name/component/default/${service}`,
        ),
      );
      return `example-org/${service}`;
    },
  },
  {
    name: 'the first push deploys both tiers, and the stream tells',
    async run(loop) {
      const base = `${loop.portal.backendUrl}/api/eks-deploy/entities/component/default/${service}`;
      loop.viewer = await openRolloutStream(
        loop.api,
        `${base}/rollouts/stream`,
      );
      const rollouts = await loop.viewer.until(
        'both tiers complete in staging',
        snapshot => {
          const found = rolloutsOf(snapshot);
          return (
            found.length === 2 &&
            found.every(({ status }) => status.phase === 'complete') &&
            found
          );
        },
        120_000,
      );
      return rollouts
        .map(
          ({ workload: name, status }) => `${name} ${status.counts.available}`,
        )
        .join(', ');
    },
  },
  {
    name: 'Restart replaces the pods and is followed to its end',
    async run(loop) {
      const { revision } = await liveRollout(loop);
      const { data } = await loop.api.eksDeploy.POST(
        '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/restart',
        {
          params: { path },
          body: { fromRevision: revision, reason: 'smoke test' },
        },
      );
      await endOf(loop, data);
      const { revision: after } = await liveRollout(loop);
      expectEqual(after, revision + 1);
      return `revision ${revision} → ${after}`;
    },
  },
  {
    name: 'a command that saw an older revision is refused as a conflict',
    async run(loop) {
      const { revision } = await liveRollout(loop);
      const refusal = await loop.api.eksDeploy
        .POST(
          '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/restart',
          { params: { path }, body: { fromRevision: revision - 1 } },
        )
        .then(
          () => 'no refusal',
          error => error.body.error.name as string,
        );
      expectEqual(refusal, 'ConflictError');
      return refusal;
    },
  },
  {
    name: 'Roll back brings an earlier revision again',
    async run(loop) {
      const { revision } = await liveRollout(loop);
      const { data: revisions } = await loop.api.eksDeploy.GET(
        '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/revisions',
        { params: { path } },
      );
      const target = revisions?.items.find(
        ({ current, blocked }) => !current && !blocked,
      );
      if (!target) {
        throw new Error(
          `nothing to roll back to: ${JSON.stringify(revisions)}`,
        );
      }
      const { data } = await loop.api.eksDeploy.POST(
        '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/rollback',
        {
          params: { path },
          body: {
            fromRevision: revision,
            toRevision: target.number,
            reason: 'smoke test',
          },
        },
      );
      await endOf(loop, data);
      return `revision ${target.number} came again as ${revision + 1}`;
    },
  },
  {
    name: 'Redeploy runs the deploy workflow and is followed to its end',
    async run(loop) {
      const { revision } = await liveRollout(loop);
      const { data } = await loop.api.eksDeploy.POST(
        '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/redeploy',
        {
          params: { path },
          body: { fromRevision: revision, reason: 'smoke test' },
        },
      );
      const record = await endOf(loop, data, 120_000);
      const page = await fetch(record.workflowRun?.url ?? '');
      expectEqual(page.status, 200);
      return `run ${record.workflowRun?.id}`;
    },
  },
  {
    name: 'bad input is refused by name',
    async run(loop) {
      const refused = await loop.api.eksDeploy
        .POST(
          '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/rollback',
          {
            params: { path },
            body: { fromRevision: 1, toRevision: 1, reason: '' },
          },
        )
        .then(
          () => 'no refusal',
          error => error.body.error.message as string,
        );
      if (!refused.includes('reason')) {
        throw new Error(`the refusal does not name 'reason': ${refused}`);
      }
      return refused;
    },
  },
  {
    name: 'another team’s service can be seen, and not changed',
    async run({ api }) {
      const orders = { ...entity, name: 'orders' };
      const { data } = await api.eksDeploy.GET(
        '/entities/{kind}/{namespace}/{name}/rollouts',
        { params: { path: orders } },
      );
      const refusal = await api.eksDeploy
        .POST(
          '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/restart',
          {
            params: {
              path: { ...orders, environment, workload: 'orders-backend' },
            },
            body: { fromRevision: 1 },
          },
        )
        .then(
          () => 'no refusal',
          error => error.body.error.name as string,
        );
      expectEqual(refusal, 'NotAllowedError');
      return `${data?.environments.length} environments seen`;
    },
  },
  {
    name: 'git clone shows the image bump',
    async run({ portal }) {
      const folder = await mkdtemp(join(tmpdir(), 'eks-deploy-clone-'));
      try {
        const { github } = portal.sandbox;
        const url = new URL(`/example-org/${service}.git`, github.url);
        url.username = 'smoke';
        url.password = github.token;
        await run('git', ['clone', '--quiet', url.href, folder]);
        const { stdout } = await run('git', ['log', '--format=%s'], {
          cwd: folder,
        });
        const manifest = await readFile(
          join(folder, `deploy/${environment}/backend/deployment.yaml`),
          'utf8',
        );
        const image = /image: (\S+@sha256:\S+)/.exec(manifest)?.[1];
        if (!image) {
          throw new Error(
            `the manifest names no image by digest:\n${manifest}`,
          );
        }
        return `${stdout.trim().split('\n').length} commits, ${image
          .split('/')
          .at(-1)}`;
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  },
  {
    name: 'kubectl agrees',
    async run({ portal }) {
      const kubectl = (...args: string[]) =>
        run(process.env.KUBECTL ?? 'kubectl', [
          '--kubeconfig',
          portal.sandbox.kubeconfig,
          '--context',
          environment,
          '--namespace',
          service,
          ...args,
        ]);
      const status = await kubectl(
        'rollout',
        'status',
        `deployment/${workload}`,
        '--timeout=30s',
      );
      const history = await kubectl(
        'rollout',
        'history',
        `deployment/${workload}`,
      );
      console.log(history.stdout.trim().replace(/^/gm, '           '));
      return status.stdout.trim();
    },
  },
];

async function answers({ portal, api }: Loop) {
  const { data } = await api.eksDeploy.GET('/eks-clusters');
  const cluster = data?.items.find(({ name }) => name === environment)?.arn;
  const text = await readFile(
    join(repositoryRoot, 'templates/fullstack-eks/cases/chat.yaml'),
    'utf8',
  );
  const example = parse(text);
  return {
    ...example,
    name: service,
    description: 'Where a parcel is',
    repoUrl: `${portal.sandbox.github.host}?owner=example-org&repo=${service}`,
    environments: [{ ...example.environments[0], cluster }],
  };
}

function rolloutsOf(snapshot: RolloutSnapshot): Rollout[] {
  return (
    snapshot.environments.find(found => found.environment === environment)
      ?.rollouts ?? []
  );
}

function liveRollout({ viewer }: Loop): Promise<Rollout> {
  return viewer!.until(`${workload} in staging`, snapshot =>
    rolloutsOf(snapshot).find(rollout => rollout.workload === workload),
  );
}

/** Follows a command's record to its end as a viewer sees it. */
async function endOf(
  { viewer }: Loop,
  accepted: DeploymentRecord | undefined,
  timeoutMs?: number,
): Promise<DeploymentRecord> {
  const record = await viewer!.until(
    `the end of the ${accepted?.command}`,
    ({ records }) =>
      records.find(({ id, endedAt }) => id === accepted?.id && endedAt),
    timeoutMs,
  );
  expectEqual(record.status, 'succeeded', record.message);
  return record;
}

function expectEqual(found: unknown, wanted: unknown, why = '') {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) {
    throw new Error(
      `${JSON.stringify(found)} instead of ${JSON.stringify(wanted)} ${why}`,
    );
  }
}
