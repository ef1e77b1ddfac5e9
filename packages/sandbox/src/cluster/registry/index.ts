export * from './deletion';
export * from './registry';
export * from './resourceCatalog';
