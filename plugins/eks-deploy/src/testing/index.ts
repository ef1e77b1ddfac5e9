export * from './FakeEksDeployApi';
export * from './fixtures';
