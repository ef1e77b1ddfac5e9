import type { WatchEvent } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { Row } from '../rows';
import type { VersionedRow } from './RowStore';

const END = 'k8s.io/initial-events-end';

/** As much of an object as tells where its initial events end. */
interface Marked {
  metadata?: {
    uid?: string;
    resourceVersion?: string;
    annotations?: Record<string, string>;
  };
}

/**
 * Reads the list that a WATCH with `sendInitialEvents` begins with, up to the bookmark that ends it (KEP-3157).
 *
 * @returns its rows, and the version that it shows; the events that follow are still to be read.
 * @throws Error when the WATCH ends before; what was read until then is worth nothing.
 */
export async function readInitialEvents<Item extends Marked, Kept extends Row>(
  events: AsyncIterator<WatchEvent<Item>>,
  toRows: (object: Item) => Array<VersionedRow<Kept>>,
): Promise<{ kept: Array<VersionedRow<Kept>>; resourceVersion: string }> {
  const kept = new Map<string, VersionedRow<Kept>>();
  for (;;) {
    const { done, value } = await events.next();
    if (done) {
      throw new Error('The WATCH ended within its initial events');
    }
    const { type, object } = value;
    const { uid = '', resourceVersion, annotations } = object.metadata ?? {};
    if (type === 'BOOKMARK' && annotations?.[END] === 'true') {
      return {
        kept: [...kept.values()],
        resourceVersion: resourceVersion ?? '',
      };
    }
    if (type === 'DELETED') {
      kept.delete(uid);
    } else if (type !== 'BOOKMARK') {
      toRows(object).forEach(row => kept.set(row.row.uid, row));
    }
  }
}
