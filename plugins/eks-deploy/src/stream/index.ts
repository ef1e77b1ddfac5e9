export * from './RolloutStream';
export * from './useRolloutStream';
