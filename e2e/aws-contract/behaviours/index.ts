import type { Behaviour } from '../../contract/Behaviour';
import type { AwsScene } from '../AwsScene';
import { eks } from './eks';
import { identity } from './identity';
import { images } from './images';
import { listers } from './listers';
import { repositories } from './repositories';

/** What our code, or a generated workflow, relies on AWS to do. */
export const behaviours: Behaviour<AwsScene>[] = [
  ...listers,
  ...eks,
  ...repositories,
  ...images,
  ...identity,
];
