import type { ClusterClient } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { CoreV1Event } from '@kubernetes/client-node';
import { toEventRow, type EventRow } from '../rollouts/rows';
import type { DeployTarget } from '../targets';
import type { Wire } from '../workloads';

const PAGE_SIZE = '500';
const MOST_PAGES = 6;

/** Reads a namespace's events, live; of very many only the first pages. */
export async function readEvents(
  clusters: ClusterClient,
  { cluster, namespace }: DeployTarget,
  type?: 'Warning',
): Promise<EventRow[]> {
  const rows: EventRow[] = [];
  let next: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { items, metadata } = await clusters.get<{
      items: Array<Wire<CoreV1Event>>;
      metadata?: { continue?: string };
    }>({
      cluster,
      path: `/api/v1/namespaces/${namespace}/events`,
      query: {
        limit: PAGE_SIZE,
        ...(type && { fieldSelector: `type=${type}` }),
        ...(next && { continue: next }),
      },
    });
    rows.push(...items.map(toEventRow));
    next = metadata?.continue;
    if (!next) {
      break;
    }
  }
  return rows;
}
