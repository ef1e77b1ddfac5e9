import { parseRetryAfter } from './parseRetryAfter';

it.each([
  [null, undefined],
  ['', undefined],
  ['soon', undefined],
  ['0', 0],
  ['7', 7_000],
  ['Thu, 01 Jan 1970 00:00:05 GMT', 4_000],
  ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
])('reads Retry-After %p as %p ms', (header, ms) => {
  expect(parseRetryAfter(header, 1_000)).toBe(ms);
});
