export { POLL_INTERVAL_MS } from './createSnapshotPoller';
export * from './RolloutStream';
export * from './useRolloutStream';
