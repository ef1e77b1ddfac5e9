export * from './RolloutActionBar';
