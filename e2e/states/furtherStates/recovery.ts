import { judgement, Rollout } from '../../cluster-contract/Rollout';
import type { Case } from '../Case';
import { holdCompleteAt, holdVerdict } from '../holdVerdict';

/** A deadline that has passed is no end: what becomes available later is rolled out all the same. */
export const recovery: Case[] = [
  {
    name: 'deadline-recovers',
    async bringAbout(scene) {
      const rollout = await Rollout.begin(scene, {
        replicas: 1,
        progressDeadlineSeconds: 2,
        templateAnnotations: { 'sandbox.eks-deploy/ready-after': '15s' },
      });
      await rollout.until(
        'it takes too long',
        seen =>
          judgement(seen, 'Progressing') === 'False ProgressDeadlineExceeded',
      );
    },
    async hold(scene) {
      const finding = await holdVerdict(scene, {
        is: 'failed',
        cause: 'readiness-failing',
      });
      await holdCompleteAt(scene, 1);
      return { ...finding, said: 'complete later' };
    },
  },
];
