import type { Case } from './Case';
import { images } from './furtherStates/images';
import { neighbours } from './furtherStates/neighbours';
import { recovery } from './furtherStates/recovery';
import { recreation } from './furtherStates/recreation';
import { refusals } from './furtherStates/refusals';
import { rollbacks } from './furtherStates/rollbacks';
import { recordedStates } from './recordedStates';

/** These take a minute whatever the machine: they begin first. */
const LONGEST = ['stuck-terminating', 'readiness-failing-for-long'];

const isLong = ({ name }: Case) => LONGEST.includes(name);

const all = [
  ...recordedStates,
  ...rollbacks,
  ...neighbours,
  ...recreation,
  ...recovery,
  ...images,
  ...refusals,
];

/** Every state that portals are held to. */
export const cases: Case[] = [
  ...all.filter(isLong),
  ...all.filter(one => !isLong(one)),
];
