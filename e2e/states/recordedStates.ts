import { deploymentStates } from '../record/deploymentStates';
import type { Case } from './Case';
import { holdVerdict } from './holdVerdict';
import { EXPECTED_VERDICTS } from './verdicts';

/** The states that are recorded for the backend's tests, held to the same verdicts. */
export const recordedStates: Case[] = deploymentStates.map(state => ({
  ...state,
  hold: scene => holdVerdict(scene, EXPECTED_VERDICTS[state.name]),
}));
