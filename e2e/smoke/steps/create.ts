import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '@eks-deploy/scripts';
import { parse } from 'yaml';
import { expectEqual } from '../expectEqual';
import { openRolloutStream } from '../rolloutStream';
import { createService } from './createService';
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
      await createService(loop, await answers(loop));
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
