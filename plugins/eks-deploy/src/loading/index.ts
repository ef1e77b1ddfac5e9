export * from './Loaded';
