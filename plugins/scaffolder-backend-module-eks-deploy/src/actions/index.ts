import { createCheckAnswersAction } from './createCheckAnswersAction';

/** All actions of this module. */
export const createActions = () => [createCheckAnswersAction()];
