import { behaviours as behavioursWith } from '../contract/Behaviour';
import type { Scene } from './Scene';

/** The behaviours of one thing in a cluster. */
export const behaviours = behavioursWith<Scene>;
