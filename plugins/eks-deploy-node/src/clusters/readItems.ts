import type { ListPage } from './ClusterClient';
import { ItemSplitter } from './ItemSplitter';

/**
 * Reads a page of a list, and gives its items and their bytes as they come.
 *
 * @param longest - Bytes; longer items are counted as `skipped` and not given.
 * @throws SyntaxError for what is no list, or only the beginning of one.
 * @internal
 */
export async function readItems<T>(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  longest: number,
  onItem: (item: T, bytes: number) => void,
): Promise<Required<Pick<ListPage, 'skipped'>> & ListPage> {
  const splitter = new ItemSplitter(longest);
  for await (const chunk of chunks) {
    for (const item of splitter.push(chunk)) {
      onItem(JSON.parse(item), Buffer.byteLength(item));
    }
  }
  const list: {
    metadata?: { resourceVersion?: string; continue?: string };
  } | null = JSON.parse(splitter.end());
  const { resourceVersion, continue: next } = list?.metadata ?? {};
  if (!resourceVersion) {
    throw new SyntaxError('A list without resourceVersion');
  }
  return {
    resourceVersion,
    next: next || undefined,
    skipped: splitter.skipped,
  };
}
