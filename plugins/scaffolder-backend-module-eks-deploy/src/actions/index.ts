import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createCheckAnswersAction } from './createCheckAnswersAction';
import { createWaitForEntityAction } from './createWaitForEntityAction';

/** All actions of this module. */
export const createActions = (options: { catalog: CatalogService }) => [
  createCheckAnswersAction(),
  createWaitForEntityAction(options),
];
