import type { Case } from './Case';
import { deniedWrites } from './furtherStates/deniedWrites';
import { images } from './furtherStates/images';
import { neighbours } from './furtherStates/neighbours';
import { recovery } from './furtherStates/recovery';
import { recreation } from './furtherStates/recreation';
import { refusals } from './furtherStates/refusals';
import { rollbacks } from './furtherStates/rollbacks';
import { scaling } from './furtherStates/scaling';
import { stability } from './furtherStates/stability';
import { starts } from './furtherStates/starts';
import { recordedStates } from './recordedStates';

/** These take a minute whatever the machine: they begin first. */
const LONGEST = [
  'stuck-terminating',
  'readiness-failing-for-long',
  'readiness-gate-unwritten',
  'scaled-up',
  'scaled-from-zero',
  'pods-replaced',
  'flapping',
  'restart-flapping',
];

const isLong = ({ name }: Case) => LONGEST.includes(name);

const all = [
  ...recordedStates,
  ...rollbacks,
  ...neighbours,
  ...recreation,
  ...recovery,
  ...images,
  ...refusals,
  ...deniedWrites,
  ...scaling,
  ...stability,
  ...starts,
];

/** Every state that portals are held to. */
export const cases: Case[] = [
  ...all.filter(isLong),
  ...all.filter(one => !isLong(one)),
];
