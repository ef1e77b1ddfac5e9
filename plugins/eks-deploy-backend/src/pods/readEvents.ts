import type { ClusterClient } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { CoreV1Event } from '@kubernetes/client-node';
import { toEventRow, type EventRow } from '../rollouts/rows';
import type { DeployTarget } from '../targets';
import type { Wire } from '../workloads';

const PAGE_SIZE = '500';
const MOST_PAGES = 6;
const MOST_BYTES = 32 * 1024 * 1024;

/** Reads a namespace's events, live; of very many only the first pages. */
export async function readEvents(
  clusters: ClusterClient,
  { cluster, namespace }: DeployTarget,
  type?: 'Warning',
): Promise<EventRow[]> {
  const rows: EventRow[] = [];
  let bytes = 0;
  const onItem = (event: Wire<CoreV1Event>, size: number) => {
    rows.push(toEventRow(event));
    bytes += size;
  };
  let next: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await clusters.list<Wire<CoreV1Event>>({
      cluster,
      path: `/api/v1/namespaces/${namespace}/events`,
      query: {
        limit: PAGE_SIZE,
        ...(type && { fieldSelector: `type=${type}` }),
        ...(next && { continue: next }),
      },
      onItem,
    });
    next = page.next;
    if (!next || bytes > MOST_BYTES) {
      break;
    }
  }
  return rows;
}
