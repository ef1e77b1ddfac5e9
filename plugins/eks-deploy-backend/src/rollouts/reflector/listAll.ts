import type {
  ClusterClient,
  ClusterRequest,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';

const PAGE_SIZE = '500';

interface Page<Item> {
  metadata?: { resourceVersion?: string; continue?: string };
  items: Item[];
}

/** Reads a whole list, page by page, and the version from which to watch on. */
export async function listAll<Item>(
  clusters: ClusterClient,
  request: ClusterRequest,
): Promise<{ items: Item[]; resourceVersion: string }> {
  const items: Item[] = [];
  let next: string | undefined;
  let resourceVersion = '';
  do {
    const page: Page<Item> = await clusters.get({
      ...request,
      query: {
        ...request.query,
        limit: PAGE_SIZE,
        ...(next ? { continue: next } : {}),
      },
    });
    items.push(...page.items);
    next = page.metadata?.continue;
    resourceVersion = page.metadata?.resourceVersion ?? '';
  } while (next);
  return { items, resourceVersion };
}
