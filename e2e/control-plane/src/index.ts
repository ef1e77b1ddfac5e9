export { makeCertificates } from './certificates';
export { findBinaries } from './binaries';
export { freePort } from './freePort';
export { MissingGoError } from './go';
export {
  startControlPlane,
  type ControlPlane,
  type ControlPlaneOptions,
} from './startControlPlane';
export { askApi, type ApiRequest } from './clusterApi';
