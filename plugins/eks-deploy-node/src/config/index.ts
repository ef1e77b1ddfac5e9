export * from './EksDeployConfig';
export { readEksDeployConfig } from './readEksDeployConfig';
