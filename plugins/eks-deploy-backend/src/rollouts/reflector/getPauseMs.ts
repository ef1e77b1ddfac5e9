import { NotFoundError } from '@backstage/errors';
import {
  ClusterBusyError,
  ClusterGoneError,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { getBackoffMs } from './getBackoffMs';
import { isRightMissing } from '../../workloads/isRightMissing';

/** Rights and kinds of a cluster change when somebody changes them, which is hardly ever. */
const RARELY_MS = 5 * 60_000;
const SHORTEST_BUSY_MS = 500;
const LONGEST_BUSY_MS = 10 * 60_000;
const SPREAD_MS = 500;
/** What goes wrong once is mostly over: a token that ran out, a balancer that went, a version that is gone. */
const SOON_MS = 300;

/** How a LIST or WATCH ended. */
export interface Ending {
  /** None when the server ended it properly, though too soon. */
  error?: unknown;
  /** How many times it went wrong since it last went well, the first being 0. */
  retry: number;
  /** Whether Rollouts are told without this kind of object too. */
  optional: boolean;
}

/** How long to wait until a cluster is asked again, in milliseconds; never the same twice, so that not all ask at once; `random` is from 0 to 1. */
export function getPauseMs(
  { error, retry, optional }: Ending,
  random: number,
): number {
  if (optional && isRefusedForLong(error)) {
    return RARELY_MS * (0.8 + 0.4 * random);
  }
  if (error instanceof ClusterBusyError) {
    return error.retryAfterMs === undefined
      ? getBackoffMs(retry, random)
      : toBusyMs(error.retryAfterMs) + random * SPREAD_MS;
  }
  if (retry > 0) {
    return getBackoffMs(retry, random);
  }
  // Nothing to wait for: the cluster is there, and lists are read a few at a time.
  return error instanceof ClusterGoneError ? 0 : random * SOON_MS;
}

function toBusyMs(retryAfterMs: number): number {
  return Math.min(LONGEST_BUSY_MS, Math.max(SHORTEST_BUSY_MS, retryAfterMs));
}

/** A sign-in that fails, unlike a right that is missing, tends to pass, and ails all kinds alike. */
function isRefusedForLong(error: unknown): boolean {
  return error instanceof NotFoundError || isRightMissing(error);
}
