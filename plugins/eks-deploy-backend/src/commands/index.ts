export { systemClock } from './Clock';
export type { Clock } from './Clock';
export { createRecordFollower } from './createRecordFollower';
export type { RecordFollower } from './createRecordFollower';
export { createRolloutCommands } from './createRolloutCommands';
export type { RolloutCommandsDeps } from './createRolloutCommands';
export type {
  CommandContext,
  RolloutCommand,
  RolloutCommands,
} from './RolloutCommands';
