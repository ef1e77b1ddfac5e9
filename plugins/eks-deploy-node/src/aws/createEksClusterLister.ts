import { EKS, paginateListClusters, type Cluster } from '@aws-sdk/client-eks';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import type { EksCluster } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { AwsConfig } from '../config';
import { createAwsCall } from './createAwsCall';
import { createAwsClientConfig } from './createAwsClientConfig';

/** DescribeCluster is throttled account-wide, and what it tells changes rarely. */
const CACHE_MS = 10 * 60_000;

/**
 * Lists EKS clusters.
 *
 * @public
 */
export interface EksClusterLister {
  /** The clusters of the configured account and region, by name, at most ten minutes old. */
  list(): Promise<EksCluster[]>;
}

/**
 * What {@link createEksClusterLister} needs.
 *
 * @public
 */
export interface EksClusterListerOptions {
  /** The account and region. */
  aws: AwsConfig;
  /** From `aws` of the configuration. */
  credentials: AwsCredentialsManager;
  /** Hears what AWS answered, in short. */
  logger: LoggerService;
  /** For tests; milliseconds, `Date.now` by default. */
  now?: () => number;
}

/**
 * Lists the EKS clusters of an account and region through the AWS SDK.
 *
 * @public
 */
export function createEksClusterLister(
  options: EksClusterListerOptions,
): EksClusterLister {
  const { aws, credentials, logger, now = Date.now } = options;
  const callAws = createAwsCall(logger);
  const { region } = aws;
  const client = new EKS(createAwsClientConfig({ region, aws, credentials }));
  let cached: { at: number; clusters: Promise<EksCluster[]> } | undefined;

  async function readClusters(): Promise<EksCluster[]> {
    const names = await callAws('eks:ListClusters', async () => {
      const found: string[] = [];
      for await (const page of paginateListClusters({ client }, {})) {
        found.push(...(page.clusters ?? []));
      }
      return found.sort();
    });
    const clusters = await callAws('eks:DescribeCluster', () =>
      Promise.all(names.map(name => client.describeCluster({ name }))),
    );
    return clusters.flatMap(({ cluster }) => toEksCluster(cluster));
  }

  return {
    async list() {
      if (!cached || now() - cached.at > CACHE_MS) {
        const clusters = readClusters();
        cached = { at: now(), clusters };
        clusters.catch(() => {
          cached = undefined;
        });
      }
      return cached.clusters;
    },
  };
}

function toEksCluster(cluster?: Cluster): EksCluster[] {
  if (!cluster?.arn || !cluster.name) {
    return [];
  }
  const [, , , region, accountId] = cluster.arn.split(':');
  return [
    {
      arn: cluster.arn,
      name: cluster.name,
      region,
      accountId,
      status: cluster.status ?? 'UNKNOWN',
      version: cluster.version,
    },
  ];
}
