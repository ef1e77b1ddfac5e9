import { listWorkloads } from './Workload';

describe('listWorkloads', () => {
  const workloads = listWorkloads({ deployments: 7, pods: 24, namespaces: 3 });

  it('deals the Deployments out over the namespaces, so that the first are in one each', () => {
    expect(workloads.map(({ namespace }) => namespace)).toEqual([
      ...['team-00', 'team-01', 'team-02'],
      ...['team-00', 'team-01', 'team-02'],
      'team-00',
    ]);
  });

  it('gives as many pods as were asked for, though they do not divide', () => {
    expect(workloads.map(({ replicas }) => replicas)).toEqual([
      4, 4, 4, 3, 3, 3, 3,
    ]);
  });
});
