export { createRolloutStreams } from './createRolloutStreams';
export type { RolloutStreams } from './createRolloutStreams';
