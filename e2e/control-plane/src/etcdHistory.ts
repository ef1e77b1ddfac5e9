import { askApi, type ApiAddress } from './clusterApi';
import { until } from './readiness';

const WRITES = 10;

/**
 * Writes to etcd before the API server first reads it. The first versions are then from before anything that the API
 * server remembers, as they are on every cluster that has lived for a while, and whoever watches from them is told 410.
 */
export async function makeHistory(etcd: ApiAddress): Promise<void> {
  for (let count = 0; count < WRITES; count++) {
    await until('etcd takes writes', async () => {
      const { status } = await askApi(etcd, '/v3/kv/put', {
        method: 'POST',
        body: { key: base64('eks-deploy'), value: base64(`${count}`) },
      });
      return status === 200;
    });
  }
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
