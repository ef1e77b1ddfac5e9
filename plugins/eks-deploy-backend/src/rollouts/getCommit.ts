import type {
  Commit,
  ContainerImage,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { Repository } from '../targets';

/** A tag that is a whole commit id, whatever follows it, e.g. a run attempt. */
const COMMIT_TAG = /:([0-9a-f]{40})(?![0-9a-f])[\w.-]*$/;

/** The commit whose id an image of a Revision is tagged with, as deploy workflows do. */
export function getCommit(
  images: ContainerImage[],
  repository: Repository | undefined,
): Commit | undefined {
  const [id] = images
    .map(({ image }) => image.split('@')[0])
    .flatMap(reference => COMMIT_TAG.exec(reference)?.[1] ?? []);
  return id === undefined
    ? undefined
    : {
        id,
        url:
          repository &&
          `https://${repository.host}/${repository.owner}/${repository.name}/commit/${id}`,
      };
}
