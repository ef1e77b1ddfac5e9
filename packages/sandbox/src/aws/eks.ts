import { AwsAccount, AwsError, EksCluster } from './types';

const PAGE_LIMIT = 100;

/** `GET /clusters`, one page of names. */
export function listClusters(
  clusters: EksCluster[],
  query: { maxResults?: string; nextToken?: string },
) {
  const size = Number(query.maxResults ?? PAGE_LIMIT);
  if (!Number.isInteger(size) || size < 1 || size > PAGE_LIMIT) {
    throw new AwsError(
      'InvalidParameterException',
      `maxResults must be between 1 and ${PAGE_LIMIT}`,
    );
  }
  const start = query.nextToken ? decodeToken(query.nextToken) : 0;
  const end = start + size;
  const names = clusters.map(cluster => cluster.name);
  return {
    clusters: names.slice(start, end),
    nextToken: end < names.length ? encodeToken(end) : null,
  };
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

function encodeToken(index: number): string {
  return Buffer.from(String(index)).toString('base64url');
}

function decodeToken(token: string): number {
  const index = Number(Buffer.from(token, 'base64url').toString());
  if (Number.isInteger(index)) return index;
  throw new AwsError('InvalidParameterException', 'Invalid nextToken');
}
