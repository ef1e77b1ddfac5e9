import assert from 'node:assert/strict';
import { paginateListClusters } from '@aws-sdk/client-eks';
import { behaviours } from '../../contract/Behaviour';
import { ACCOUNT, createClients, REGION, type AwsScene } from '../AwsScene';

export const eks = behaviours<AwsScene>('EKS', {
  'lists the names of the clusters': async ({ eks: client }) => {
    const { clusters, nextToken } = await client.listClusters({});
    assert.deepEqual(clusters?.sort(), ['production', 'staging']);
    assert.ok(!nextToken);
  },
  'lists them page by page, and says where the next one begins': async ({
    eks: client,
  }) => {
    const sizes: number[] = [];
    const names: string[] = [];
    for await (const { clusters = [] } of paginateListClusters(
      { client, pageSize: 1 },
      {},
    )) {
      sizes.push(clusters.length);
      names.push(...clusters);
    }
    assert.deepEqual(sizes, [1, 1]);
    assert.deepEqual(names.sort(), ['production', 'staging']);
  },
  'lists none of another region': async ({ endpoint }) => {
    const { eks: client } = createClients(endpoint, 'us-east-1');
    const { clusters } = await client.listClusters({});
    assert.deepEqual(clusters, []);
  },
  'describes a cluster by ARN, endpoint, authority, status and version':
    async ({ eks: client }) => {
      const { cluster } = await client.describeCluster({ name: 'staging' });
      assert.equal(
        cluster?.arn,
        `arn:aws:eks:${REGION}:${ACCOUNT}:cluster/staging`,
      );
      assert.equal(cluster.name, 'staging');
      assert.equal(cluster.status, 'ACTIVE');
      assert.match(cluster.version ?? '', /^1\.\d+$/);
      assert.match(cluster.endpoint ?? '', /^https:/);
      assert.ok(cluster.certificateAuthority?.data);
      assert.ok(cluster.createdAt instanceof Date);
    },
  'says ResourceNotFoundException, 404, of a cluster that is not there':
    async ({ eks: client }) => {
      const error = await client.describeCluster({ name: 'qa' }).catch(e => e);
      assert.equal(error.name, 'ResourceNotFoundException');
      assert.equal(error.message, 'No cluster found for name: qa.');
      assert.equal(error.$metadata.httpStatusCode, 404);
    },
  'has no cluster of another region': async ({ endpoint }) => {
    const { eks: client } = createClients(endpoint, 'us-east-1');
    await assert.rejects(client.describeCluster({ name: 'staging' }), {
      name: 'ResourceNotFoundException',
    });
  },
  'says InvalidParameterException of a page of more than 100': async ({
    eks: client,
  }) => {
    await assert.rejects(client.listClusters({ maxResults: 101 }), {
      name: 'InvalidParameterException',
    });
  },
});
