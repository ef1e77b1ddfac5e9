import { AwsError } from './types';

/** One page of a list, and where the next one begins. */
export interface Page<Item> {
  items: Item[];
  nextToken?: string;
}

/**
 * Cuts the asked page out of a list.
 *
 * @param page - `size` where none is asked for, and the greatest that may be.
 * @throws AwsError InvalidParameterException for a size or token that AWS would refuse.
 */
export function takePage<Item>(
  items: Item[],
  asked: { maxResults?: number | string; nextToken?: string },
  page: { size: number; limit: number },
): Page<Item> {
  const size = Number(asked.maxResults ?? page.size);
  if (!Number.isInteger(size) || size < 1 || size > page.limit) {
    throw new AwsError(
      'InvalidParameterException',
      `maxResults must be between 1 and ${page.limit}`,
    );
  }
  const start = asked.nextToken ? decodeToken(asked.nextToken) : 0;
  const end = start + size;
  return {
    items: items.slice(start, end),
    ...(end < items.length && { nextToken: encodeToken(end) }),
  };
}

function encodeToken(index: number): string {
  return Buffer.from(String(index)).toString('base64url');
}

function decodeToken(token: string): number {
  const index = Number(Buffer.from(token, 'base64url').toString());
  if (Number.isInteger(index)) return index;
  throw new AwsError('InvalidParameterException', 'Invalid nextToken');
}
