import { ServiceUnavailableError } from '@backstage/errors';
import type { ClusterClient } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { DeployTarget } from '../targets';
import { listAll } from './listAll';

const PAGE_SIZE = 250;
const MOST_OBJECTS = 5_000;
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * Reads objects of a target's namespace, live and page by page, keeping of each what is made of it.
 *
 * @param what - Which objects, as it continues "there are more than 5,000 …".
 * @throws ServiceUnavailableError where there is more than one request may cost.
 */
export async function listLive<Item, Kept>(
  clusters: ClusterClient,
  { cluster, namespace }: Pick<DeployTarget, 'cluster' | 'namespace'>,
  list: {
    /** e.g. `/apis/apps/v1`. */
    api: string;
    plural: string;
    labelSelector?: string;
    what: string;
  },
  toKept: (item: Item) => Kept[],
): Promise<Kept[]> {
  const { api, plural, labelSelector, what } = list;
  const { kept } = await listAll<Item, Kept>(
    clusters,
    {
      cluster,
      path: `${api}/namespaces/${namespace}/${plural}`,
      query: labelSelector ? { labelSelector } : {},
    },
    toKept,
    {
      pageSize: PAGE_SIZE,
      most: MOST_OBJECTS,
      mostBytes: MOST_BYTES,
      toError: () =>
        new ServiceUnavailableError(
          `Namespace '${namespace}' of cluster '${cluster}' has more than ${MOST_OBJECTS} ${what}, or more than ${
            MOST_BYTES / 1024 / 1024
          } MB of them, which the portal does not read at once; look at them with kubectl, and delete what is no longer needed`,
        ),
    },
  );
  return kept;
}
