import { randomInt } from 'node:crypto';

/** No vowels and no look-alikes, so that no name becomes a word: the alphabet of Kubernetes' generated names. */
export const SAFE_ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';

/** `length` characters that may end a DNS-1123 name. */
export function randomSuffix(length: number): string {
  return Array.from(
    { length },
    () => SAFE_ALPHABET[randomInt(SAFE_ALPHABET.length)],
  ).join('');
}
