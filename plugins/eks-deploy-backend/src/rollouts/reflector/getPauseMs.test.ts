import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import {
  ClusterBusyError,
  ClusterDeniedError,
  ClusterGoneError,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { getPauseMs } from './getPauseMs';

const MINUTE = 60_000;
const forbidden = new ClusterDeniedError('refused');
const absent = new NotFoundError('no such kind');
const unknown = new ClusterDeniedError('refused', 'sign-in');
const broken = new ServiceUnavailableError('503');
const gone = new ClusterGoneError('410');
const busy = (ms?: number) => new ClusterBusyError('429', ms);

describe('getPauseMs', () => {
  it.each<[string, unknown, boolean, number, number, number]>([
    ['the first failure', broken, false, 0, 0, 300],
    ['the second failure', broken, false, 1, 500, 2_000],
    ['the third failure', broken, false, 2, 500, 4_000],
    ['the hundredth', broken, false, 99, 500, 30_000],
    ['a WATCH that ends at once', undefined, false, 0, 0, 300],
    ['one that does so again', undefined, false, 1, 500, 2_000],
    ['a sign-in that fails', unknown, false, 0, 0, 300],
    ['one that fails again', unknown, false, 1, 500, 2_000],
    ['a needed kind that is forbidden', forbidden, false, 99, 500, 30_000],
    ['an optional one', forbidden, true, 0, 4 * MINUTE, 6 * MINUTE],
    ['an optional one that is absent', absent, true, 0, 4 * MINUTE, 6 * MINUTE],
    ['an optional one, nobody signed in', unknown, true, 0, 0, 300],
    ['an optional one while all is broken', broken, true, 0, 0, 300],
    ['a version that is gone', gone, false, 0, 0, 0],
    ['one that is gone again', gone, false, 1, 500, 2_000],
    ['Retry-After: 7', busy(7_000), false, 9, 7_000, 7_500],
    ['Retry-After: 0, again and again', busy(0), false, 99, 500, 1_000],
    ['Retry-After of a day', busy(864e5), false, 0, 6e5, 6e5 + 500],
    ['a 429 without it', busy(), false, 0, 500, 1_000],
  ])('waits for %s', (_, error, optional, retry, least, most) => {
    const pause = (random: number) =>
      getPauseMs({ error, optional, retry }, random);
    expect([pause(0), pause(1)]).toEqual([
      expect.closeTo(least),
      expect.closeTo(most),
    ]);
  });
});
