export { createLogStreams } from './createLogStreams';
export type { LogStreams } from './createLogStreams';
