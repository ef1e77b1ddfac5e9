export { startControlPlane } from './startControlPlane';
export { askApi, type ApiRequest } from './clusterApi';
