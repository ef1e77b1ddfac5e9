import type { Behaviour } from '../Behaviour';
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

/** What the API server does by itself. */
const ofTheServer: Behaviour[] = [
  ...reading,
  ...watching,
  ...writing,
  ...patching,
  ...access,
];

/** What needs pods that turn out as their image's tag says: simulated ones. */
const ofPods: Behaviour[] = [
  ...generation,
  ...rollouts,
  ...pods,
  ...logs,
  ...revisions,
  ...events,
  ...kubectl,
];

/** Everything that our code, or our users' kubectl, relies on, as far as a cluster can show it. */
export function behavioursOf(cluster: { simulatesPods: boolean }): Behaviour[] {
  return cluster.simulatesPods ? [...ofTheServer, ...ofPods] : ofTheServer;
}
