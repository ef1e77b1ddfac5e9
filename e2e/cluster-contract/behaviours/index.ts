import type { Behaviour } from '../Behaviour';
import { access } from './access';
import { events } from './events';
import { generation } from './generation';
import { kubectl } from './kubectl';
import { patching } from './patching';
import { pods } from './pods';
import { reading } from './reading';
import { revisions } from './revisions';
import { rollouts } from './rollouts';
import { watching } from './watching';
import { writing } from './writing';

/** Everything that our code, or our users' kubectl, relies on. */
export const behaviours: Behaviour[] = [
  ...reading,
  ...watching,
  ...writing,
  ...patching,
  ...generation,
  ...rollouts,
  ...pods,
  ...revisions,
  ...events,
  ...access,
  ...kubectl,
];
