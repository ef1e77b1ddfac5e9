export { POLL_INTERVAL_MS } from './createSnapshotPoller';
export * from './delay';
export * from './getRetryAfterMs';
export * from './RolloutStream';
export * from './useRolloutStream';
