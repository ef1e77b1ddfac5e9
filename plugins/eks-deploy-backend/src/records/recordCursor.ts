import { InputError } from '@backstage/errors';
import type { RecordRow } from './recordRows';

/** The last record of a page, from which the next page goes on. */
export interface RecordCursor {
  requestedAt: string;
  id: string;
}

const CURSOR = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([0-9a-f-]{36})$/;

/** As it is given to a caller. */
export function toCursor(row: Pick<RecordRow, 'requested_at' | 'id'>): string {
  return Buffer.from(`${row.requested_at} ${row.id}`).toString('base64url');
}

/** @throws InputError if it is not one that a caller was given. */
export function parseCursor(cursor: string): RecordCursor {
  const text = Buffer.from(cursor.slice(0, 100), 'base64url').toString();
  const [, requestedAt, id] = CURSOR.exec(text) ?? [];
  if (!requestedAt || !isUuid(id)) {
    throw new InputError(
      'cursor: is not valid; use nextCursor of the page before',
    );
  }
  return { requestedAt, id };
}

function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
}
