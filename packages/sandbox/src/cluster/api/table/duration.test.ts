import { humanDuration } from './duration';

const SECOND = 1000;
const HOUR = 3600 * SECOND;

it.each([
  [0, '0s'],
  [119 * SECOND, '119s'],
  [125 * SECOND, '2m5s'],
  [20 * 60 * SECOND, '20m'],
  [4 * HOUR, '4h'],
  [5 * HOUR + 60 * SECOND, '5h1m'],
  [30 * HOUR, '30h'],
  [72 * HOUR + HOUR, '3d1h'],
])('prints %d ms as %s', (milliseconds, text) => {
  expect(humanDuration(milliseconds)).toBe(text);
});
