import { expectEqual } from '../expectEqual';
import { entity, environment, liveRollout, path, type Step } from './loop';

export const refusalSteps: Step[] = [
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
];
