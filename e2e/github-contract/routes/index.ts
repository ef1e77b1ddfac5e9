import { accounts } from './accounts';
import { actions } from './actions';
import { environments } from './environments';
import { gitData } from './gitData';
import { issues } from './issues';
import { protection } from './protection';
import { repositories } from './repositories';
import type { RouteCalls } from './RouteCalls';
import { settings } from './settings';

/** A check for each route of the sandbox. */
export const routeCalls: RouteCalls = {
  ...accounts,
  ...repositories,
  ...protection,
  ...gitData,
  ...settings,
  ...environments,
  ...actions,
  ...issues,
};
