export { findChromium } from './chromium';
export { findKubectl } from './kubectl';
export { clusterKinds, type ClusterKind } from './outside';
export { startPortal, type Portal, type PortalOptions } from './portal';
export { findFreePorts } from './ports';
export { repositoryRoot } from './repositoryRoot';
