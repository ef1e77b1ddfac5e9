export { findKubectl } from './kubectl';
export { startPortal, type Portal, type PortalOptions } from './portal';
export { findFreePorts } from './ports';
export { startProcessGroup, type ProcessGroup } from './processGroup';
export { repositoryRoot } from './repositoryRoot';
