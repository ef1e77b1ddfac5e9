import { askApi, type ApiAddress } from './clusterApi';
import { until } from './readiness';

const WRITES = 10;

/**
 * Writes to etcd before the API server first reads it, and compacts it. The first versions are then gone, as they are
 * on every cluster that has lived for a while: whoever watches from them, or goes on with a LIST of them, is told 410.
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
  const { status, text } = await askApi(etcd, '/v3/kv/compaction', {
    method: 'POST',
    body: { revision: WRITES },
  });
  if (status !== 200) {
    throw new Error(`etcd would not be compacted: ${text}`);
  }
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
