import { commandSteps } from './commands';
import { createSteps } from './create';
import type { Step } from './loop';
import { proofSteps } from './proof';
import { refusalSteps } from './refusals';

export const steps: Step[] = [
  ...createSteps,
  ...commandSteps,
  ...refusalSteps,
  ...proofSteps,
];
export type { Loop } from './loop';
