import type { Row } from '../rows';
import { isOlderVersion } from './isOlderVersion';
import { SharedParts } from './SharedParts';

/** How many deleted objects are remembered, lest a late event bring one back. */
const MOST_DELETED = 1_000;

/** A row, and the version of the object that it shows. */
export interface VersionedRow<Kept extends Row> {
  row: Kept;
  version?: string;
}

/**
 * Rows by uid: an object that is deleted and created anew under its name is another. Each change tells whether it was
 * one: most updates of an object touch nothing that is kept, and what is older than a row doesn't move it back.
 */
export class RowStore<Kept extends Row> {
  private readonly byUid = new Map<string, VersionedRow<Kept>>();
  private readonly parts = new SharedParts();
  private readonly deleted = new Map<string, string | undefined>();
  private dropped = false;

  /** @param most - How many rows are kept; of more the last told. */
  constructor(private readonly most = Infinity) {}

  get rows(): Kept[] {
    return Array.from(this.byUid.values(), ({ row }) => row);
  }

  /** Whether there were more rows than are kept since the last LIST. */
  get overflowed(): boolean {
    return this.dropped;
  }

  put({ row, version }: VersionedRow<Kept>): boolean {
    if (this.isPast(row.uid, version)) {
      return false;
    }
    this.parts.shareAll(row);
    const kept = this.byUid.get(row.uid);
    if (kept && isSame(kept.row, row)) {
      kept.version = version;
      return false;
    }
    // Set anew it goes to the end of the map, where the last told are.
    this.byUid.delete(row.uid);
    this.byUid.set(row.uid, { row, version });
    this.dropped = dropOldest(this.byUid, this.most) || this.dropped;
    return true;
  }

  remove(uid: string, version?: string): boolean {
    if (isOlderVersion(version, this.byUid.get(uid)?.version)) {
      return false;
    }
    this.deleted.set(uid, version);
    dropOldest(this.deleted, MOST_DELETED);
    return this.byUid.delete(uid);
  }

  /** Takes a LIST for the truth, even where it is older: a cluster restored from a backup begins at an earlier version. */
  replaceAll(rows: Array<VersionedRow<Kept>>): boolean {
    this.deleted.clear();
    this.dropped = false;
    const wanted = new Set(rows.map(({ row }) => row.uid));
    const gone = [...this.byUid.keys()].filter(uid => !wanted.has(uid));
    gone.forEach(uid => this.byUid.delete(uid));
    this.byUid.forEach(kept => {
      kept.version = undefined;
    });
    const changed = rows.map(row => this.put(row));
    return gone.length > 0 || changed.includes(true);
  }

  private isPast(uid: string, version: string | undefined): boolean {
    const deletedAt = this.deleted.get(uid);
    return (
      isOlderVersion(version, this.byUid.get(uid)?.version) ||
      isOlderVersion(version, deletedAt) ||
      (version !== undefined && version === deletedAt)
    );
  }
}

/** Rows of shared parts, one of which may have been forgotten: then they are told to differ, which does no harm. */
function isSame<Kept extends Row>(a: Kept, b: Kept): boolean {
  const keys = Object.keys(a) as Array<keyof Kept>;
  return (
    keys.length === Object.keys(b).length &&
    keys.every(key => a[key] === b[key])
  );
}

/** Maps keep their keys in the order in which they came. */
function dropOldest(map: Map<string, unknown>, most: number): boolean {
  if (map.size <= most) {
    return false;
  }
  const [oldest] = map.keys();
  return map.delete(oldest);
}
