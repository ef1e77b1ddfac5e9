import type { Behaviour } from '../../contract/Behaviour';
import type { Scene } from '../Scene';
import { access } from './access';
import { events } from './events';
import { generation } from './generation';
import { kubectl } from './kubectl';
import { logs } from './logs';
import { patching } from './patching';
import { pods } from './pods';
import { reading } from './reading';
import { revisions } from './revisions';
import { rollouts } from './rollouts';
import { watching } from './watching';
import { writing } from './writing';

/** What needs pods that turn out as their image's tag says: simulated ones. */
export const behavioursOfPods: Behaviour<Scene>[] = [
  ...generation,
  ...rollouts,
  ...pods,
  ...logs,
  ...revisions,
  ...events,
  ...kubectl,
];

/** Everything that our code, or our users' kubectl, relies on. */
export const behaviours: Behaviour<Scene>[] = [
  ...reading,
  ...watching,
  ...writing,
  ...patching,
  ...access,
  ...behavioursOfPods,
];
