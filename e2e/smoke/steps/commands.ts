import { expectEqual } from '../expectEqual';
import { endOf, liveRollout, path, type Step } from './loop';

export const commandSteps: Step[] = [
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
];
