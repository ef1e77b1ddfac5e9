export { systemClock } from './Clock';
export type { Clock } from './Clock';
export { createRecordFollower } from './createRecordFollower';
export { createRolloutCommands } from './createRolloutCommands';
export type { RolloutCommands } from './RolloutCommands';
