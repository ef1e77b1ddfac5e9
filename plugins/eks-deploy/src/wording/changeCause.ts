import type { Revision } from '@eks-deploy/backstage-plugin-eks-deploy-common';

/** Why a Revision came about, in its author's words, and whether they were about an earlier one. */
export function getChangeCause({
  changeCause,
  changeCauseFrom,
}: Pick<Revision, 'changeCause' | 'changeCauseFrom'>):
  | { text: string; kept: boolean }
  | undefined {
  if (changeCauseFrom !== undefined) {
    return {
      text: `not given (kept from revision ${changeCauseFrom})`,
      kept: true,
    };
  }
  return changeCause ? { text: changeCause, kept: false } : undefined;
}
