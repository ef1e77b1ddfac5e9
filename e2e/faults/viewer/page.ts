/*
 * What a Deploy tab runs to see its Rollouts. The package exports it to nobody, as no other package is to build on it;
 * here it is what is put to the test.
 */
/* eslint-disable @backstage/no-relative-monorepo-imports */
export { DefaultEksDeployApi } from '../../../plugins/eks-deploy/src/api/DefaultEksDeployApi';
export { followRollouts } from '../../../plugins/eks-deploy/src/stream/followRollouts';
export {
  reduceRolloutStream,
  type RolloutStream,
  type RolloutStreamAction,
} from '../../../plugins/eks-deploy/src/stream/RolloutStream';
