import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  Rollout,
  RolloutSnapshot,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { repositoryRoot } from '@eks-deploy/scripts';
import { parse } from 'yaml';
import { openRolloutStream, type RolloutViewer } from '../rolloutStream';
import { createService } from './createService';
import type { Loop, Step } from './loop';

const service = 'letters';

export const everyOptionSteps: Step[] = [
  {
    name: 'a service with every option is created, and deployed to both environments',
    async run(loop) {
      await createService(loop, await answers(loop));
      const viewer = await openRolloutStream(
        loop.api,
        `${loop.portal.backendUrl}/api/eks-deploy/entities/component/default/${service}/rollouts/stream`,
      );
      try {
        const inStaging = await completeIn(viewer, 'staging');
        for (const { tier, images } of inStaging) {
          await deploy(loop, { tier, image: images[0].image });
        }
        const inProduction = await completeIn(viewer, 'production');
        return [...inStaging, ...inProduction]
          .map(({ workload, status }) => `${workload} ${status.phase}`)
          .join(', ');
      } finally {
        viewer.close();
      }
    },
  },
];

/**
 * Those of `examples/orders`, which has a standby and a certificate, and whatever else it leaves at its default. The build
 * stays Gradle's, for which the sandbox has a stand-in; Maven's is run by `e2e:generated-service`.
 */
async function answers({ portal, api }: Loop) {
  const text = await readFile(
    join(repositoryRoot, 'templates/fullstack-eks/cases/orders.yaml'),
    'utf8',
  );
  const example = parse(text);
  const { data } = await api.eksDeploy.GET('/eks-clusters');
  return {
    ...example,
    name: service,
    namespace: 'post',
    system: 'system:default/messaging',
    repoUrl: `${portal.sandbox.github.host}?owner=example-org&repo=${service}`,
    messaging: 'msk',
    uploads: 'public',
    externalDnsPrefix: 'external-dns.alpha.kubernetes.io',
    environments: example.environments.map(
      // Nobody is there to approve a deployment.
      ({
        reviewers: _,
        ...environment
      }: {
        name: string;
        reviewers: unknown;
      }) => ({
        ...environment,
        cluster: data?.items.find(({ name }) => name === environment.name)?.arn,
      }),
    ),
  };
}

/** Both tiers, once they are complete. */
function completeIn(
  viewer: RolloutViewer,
  environment: string,
): Promise<Rollout[]> {
  const find = ({ environments }: RolloutSnapshot) =>
    environments.find(found => found.environment === environment)?.rollouts ??
    [];
  return viewer.until(
    `both tiers complete in ${environment}`,
    snapshot => {
      const rollouts = find(snapshot);
      return (
        rollouts.length === 2 &&
        rollouts.every(({ status }) => status.phase === 'complete') &&
        rollouts
      );
    },
    120_000,
  );
}

/** Runs the repository's deploy workflow as people do who have not deployed to an environment before. */
async function deploy(
  { portal }: Loop,
  { tier, image }: { tier?: string; image: string },
): Promise<void> {
  const { apiUrl, token } = portal.sandbox.github;
  const answer = await fetch(
    `${apiUrl}/repos/example-org/${service}/actions/workflows/deploy.yml/dispatches`,
    {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: JSON.stringify({
        ref: 'main',
        inputs: {
          tier,
          environment: 'production',
          image,
          reason: 'smoke test',
        },
      }),
    },
  );
  if (!answer.ok) {
    throw new Error(
      `dispatching deploy.yml answered ${
        answer.status
      }: ${await answer.text()}`,
    );
  }
}
