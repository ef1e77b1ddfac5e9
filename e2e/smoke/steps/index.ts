import { commandSteps } from './commands';
import { createSteps } from './create';
import { everyOptionSteps } from './everyOption';
import type { Step } from './loop';
import { proofSteps } from './proof';
import { refusalSteps } from './refusals';

export const steps: Step[] = [
  ...createSteps,
  ...commandSteps,
  ...refusalSteps,
  ...everyOptionSteps,
  ...proofSteps,
];
export type { Loop } from './loop';
