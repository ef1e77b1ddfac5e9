import { takePage } from './page';
import { AwsAccount, AwsError, EksCluster } from './types';

const PAGE = { size: 100, limit: 100 };

/** `GET /clusters`, one page of names. */
export function listClusters(
  clusters: EksCluster[],
  query: { maxResults?: string; nextToken?: string },
) {
  const names = clusters.map(cluster => cluster.name);
  const { items, nextToken = null } = takePage(names, query, PAGE);
  return { clusters: items, nextToken };
}

/** `GET /clusters/{name}`. */
export function describeCluster(
  clusters: EksCluster[],
  name: string,
  account: AwsAccount,
) {
  const cluster = clusters.find(candidate => candidate.name === name);
  if (!cluster) {
    throw new AwsError(
      'ResourceNotFoundException',
      `No cluster found for name: ${name}.`,
      404,
    );
  }
  return {
    cluster: {
      name,
      arn: `arn:aws:eks:${account.region}:${account.accountId}:cluster/${name}`,
      createdAt: cluster.createdAt.getTime() / 1000,
      version: '1.36',
      platformVersion: 'eks.1',
      endpoint: cluster.endpoint,
      roleArn: `arn:aws:iam::${account.accountId}:role/${name}-cluster`,
      certificateAuthority: {
        data: Buffer.from(cluster.ca).toString('base64'),
      },
      status: 'ACTIVE',
      health: { issues: [] },
      accessConfig: { authenticationMode: 'API' },
      tags: { environment: name },
    },
  };
}
