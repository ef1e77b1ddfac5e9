import type {
  DeploymentRecord,
  Rollout,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { isActive } from '../wording';

/** Clocks of cluster and backend may differ by this much. */
const SKEW_MS = 10_000;

/**
 * Whether a Workload's newest record is about what is shown of it: `current` if it goes on, made the current Revision, or was
 * asked for from that one on; `before` if another change came after it; undefined if it was another Workload of that name.
 */
export function getRecordRelation(
  record: DeploymentRecord,
  { revision, currentSince, createdAt, images }: Rollout,
): 'current' | 'before' | undefined {
  const requestedAt = Date.parse(record.requestedAt);
  if (createdAt && requestedAt + SKEW_MS < Date.parse(createdAt)) {
    return undefined;
  }
  if (isActive(record)) {
    return 'current';
  }
  if (record.status === 'superseded') {
    return 'before';
  }
  if (record.fromRevision === revision) {
    // A redeploy that succeeded led to its image; of one that failed it is what was tried.
    return record.status !== 'succeeded' || isOfImage(record, images)
      ? 'current'
      : 'before';
  }
  // What was refused made nothing: then the Revision came after its end.
  const endedAt = Date.parse(record.endedAt ?? record.requestedAt);
  const made =
    record.fromRevision === revision - 1 &&
    isOfImage(record, images) &&
    (currentSince === undefined ||
      Date.parse(currentSince) <= endedAt + SKEW_MS);
  return made ? 'current' : 'before';
}

function isOfImage(
  { image }: DeploymentRecord,
  images: Rollout['images'],
): boolean {
  return image === undefined || images.some(one => one.image === image);
}
