import { Rollout } from '../../cluster-contract/Rollout';
import { heldBack } from '../../record/manifests';
import { patchPods, podsOnce } from '../../record/podActs';
import type { Case } from '../Case';
import { holdVerdict } from '../holdVerdict';

const NAME = 'example.com/Chat:1';

/** Images that no registry is ever asked for. */
export const images: Case[] = [
  {
    name: 'invalid-image-name',
    async bringAbout(scene) {
      await Rollout.begin(scene, { ...heldBack, image: NAME });
      await podsOnce(scene, 3, ({ status }) =>
        Boolean(status.containerStatuses?.length),
      );
      await patchPods(scene, ({ status }) => ({
        containerStatuses: status.containerStatuses?.map(container => ({
          ...container,
          state: {
            waiting: {
              reason: 'InvalidImageName',
              message: `Failed to apply default image tag "${NAME}": couldn't parse image name "${NAME}": invalid reference format: repository name must be lowercase`,
            },
          },
        })),
      }));
    },
    hold: scene =>
      holdVerdict(scene, { is: 'awaiting-availability', cause: 'image-pull' }),
  },
];
