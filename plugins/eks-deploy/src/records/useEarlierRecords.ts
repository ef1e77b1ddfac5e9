import { useApi } from '@backstage/core-plugin-api';
import type { DeploymentRecord } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { useState } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { eksDeployApiRef } from '../api';

/** Larger than what a stream's snapshot has, so that the first page shows something new. */
const PAGE = 50;

/** The pages read so far, which the stream's snapshot, with its newest records only, doesn't have. */
interface Earlier {
  records: DeploymentRecord[];
  /** Of the next page; undefined before the first one. */
  cursor?: string;
  complete: boolean;
}

/** Records as the stream gives them, and older ones page by page. */
export function useEarlierRecords(
  entityRef: string,
  streamed: DeploymentRecord[],
) {
  const api = useApi(eksDeployApiRef);
  const [earlier, setEarlier] = useState<Earlier>({
    records: [],
    complete: false,
  });
  const [reading, readMore] = useAsyncFn(async () => {
    const { items, nextCursor } = await api.listRecords(entityRef, {
      cursor: earlier.cursor,
      limit: PAGE,
    });
    setEarlier({
      records: merge(earlier.records, items),
      cursor: nextCursor,
      complete: nextCursor === undefined,
    });
  }, [api, entityRef, earlier]);
  return {
    records: merge(streamed, earlier.records),
    complete: earlier.complete,
    reading,
    readMore,
  };
}

/** Newest first; of a record that both have, the first list's. */
function merge(
  first: DeploymentRecord[],
  second: DeploymentRecord[],
): DeploymentRecord[] {
  const known = new Set(first.map(({ id }) => id));
  return [...first, ...second.filter(({ id }) => !known.has(id))].sort((a, b) =>
    b.requestedAt.localeCompare(a.requestedAt),
  );
}
