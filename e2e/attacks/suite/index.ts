import type { Phase } from '../Attack';
import { bounds } from './bounds';
import { defaults } from './defaults';
import { fuzz } from './fuzz';
import { hostileText } from './hostileText';
import { http } from './http';
import { lostAnswers } from './lostAnswers';
import { races } from './races';
import { records } from './records';
import { repositories } from './repositories';
import { sandboxOrigin } from './sandboxOrigin';
import { secrets } from './secrets';
import { streams } from './streams';
import { wizard } from './wizard';

/** What is done to a portal with careful rules. Nothing disturbs a race, and what exhausts the portal comes last. */
export const phases: Phase[] = [
  races,
  [
    ...streams,
    // Before a token is sent in a path, which is logged.
    ...secrets,
    ...repositories,
    ...records,
    ...lostAnswers,
    ...http,
    ...sandboxOrigin,
    ...wizard,
  ],
  [...fuzz],
  [...hostileText, ...bounds],
];

/** What is done to a portal without configuration of ours. */
export const defaultPhases: Phase[] = [defaults];
