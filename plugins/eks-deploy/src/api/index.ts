export * from './EksDeployApi';
export * from './DefaultEksDeployApi';
