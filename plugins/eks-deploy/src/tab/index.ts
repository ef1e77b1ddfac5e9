export * from './DeployTab';
export * from './isDeployAvailable';
