import type {
  Rollout,
  ServingRevision,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { count } from './count';
import { hasRevisions } from './kinds';

/** Whether what serves is not simply the newest template. */
export function hasServingFacts(rollout: Rollout): boolean {
  const { serving, status, revision, templatePending } = rollout;
  if (!serving || status.phase === 'stopped' || !hasRevisions(rollout.kind)) {
    return false;
  }
  const [only, ...others] = serving;
  return (
    templatePending === true || others.length > 0 || only?.revision !== revision
  );
}

/** What becomes of the newest template; undefined where a Revision that serves is of it. */
export function getTemplateName({
  status,
  revision,
  serving = [],
  templatePending,
}: Rollout): string | undefined {
  if (templatePending) {
    return status.phase === 'paused' ? 'On hold' : 'Next';
  }
  if (serving.some(one => one.revision === revision)) {
    return undefined;
  }
  switch (status.phase) {
    case 'failed':
      return 'Failed';
    case 'aborted':
      return 'Aborted';
    case 'paused':
      return 'On hold';
    default:
      return 'Rolling out';
  }
}

/** How many pods serve a Revision: `3 pods · revision 4`, `1 of 3 pods · revision 5, rolling out`. */
export function getServingFact(
  { revision, status, templatePending }: Rollout,
  { available, role, ...served }: ServingRevision,
): string {
  const newest = served.revision === revision && !templatePending;
  const rolling = newest && status.phase === 'progressing';
  return [
    newest
      ? `${available} of ${count(status.counts.desired, 'pod')}`
      : count(available, 'pod'),
    [`revision ${served.revision}`, role, rolling && 'rolling out']
      .filter(Boolean)
      .join(', '),
  ].join(' · ');
}

/** How far the newest template is: `0 of 3 pods · revision 5`. */
export function getNewestFact({
  revision,
  status,
  templatePending,
}: Rollout): string {
  if (!templatePending) {
    return `0 of ${count(status.counts.desired, 'pod')} · revision ${revision}`;
  }
  return status.phase === 'paused'
    ? 'no pod runs it until the rollout is resumed'
    : 'no pod runs it yet';
}
