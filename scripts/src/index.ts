export { findKubectl } from './kubectl';
export { startPortal, type Portal, type PortalOptions } from './portal';
export { findFreePorts } from './ports';
export { repositoryRoot } from './repositoryRoot';
