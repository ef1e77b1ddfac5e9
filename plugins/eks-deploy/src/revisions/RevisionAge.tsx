import type { Revision } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { Age } from '../time';

export interface RevisionAgeProps {
  revision: Pick<Revision, 'createdAt' | 'currentSince'>;
}

/** How long ago a Revision became the current one; where that is not known, how long ago there was one like it first. */
export function RevisionAge({ revision }: RevisionAgeProps) {
  return revision.currentSince ? (
    <Age timestamp={revision.currentSince} />
  ) : (
    <>
      first created <Age timestamp={revision.createdAt} />
    </>
  );
}
