import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '@eks-deploy/scripts';
import { parse } from 'yaml';
import { eventually } from '../eventually';
import { expectEqual } from '../expectEqual';
import { openRolloutStream } from '../rolloutStream';
import { environment, rolloutsOf, service, type Loop, type Step } from './loop';

export const createSteps: Step[] = [
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
      // The catalog reads its locations in the first seconds after it is ready.
      await eventually('the template in the catalog', () =>
        loop.api.request(
          '/catalog/entities/by-name/template/default/fullstack-eks',
        ),
      );
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
