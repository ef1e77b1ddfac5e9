import type { Row } from '../rows';

/** Rows by uid. Each change tells whether it was one: most updates of an object touch nothing that is kept. */
export class RowStore<Kept extends Row> {
  private byUid = new Map<string, { row: Kept; text: string }>();

  get rows(): Kept[] {
    return Array.from(this.byUid.values(), ({ row }) => row);
  }

  put(row: Kept): boolean {
    const text = JSON.stringify(row);
    if (this.byUid.get(row.uid)?.text === text) {
      return false;
    }
    this.byUid.set(row.uid, { row, text });
    return true;
  }

  remove(uid: string): boolean {
    return this.byUid.delete(uid);
  }

  replaceAll(rows: Kept[]): boolean {
    const wanted = new Set(rows.map(({ uid }) => uid));
    const gone = [...this.byUid.keys()].filter(uid => !wanted.has(uid));
    const removed = gone.map(uid => this.remove(uid));
    const changed = rows.map(row => this.put(row));
    return removed.includes(true) || changed.includes(true);
  }
}
