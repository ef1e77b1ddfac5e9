export * from './Age';
export * from './Clock';
export * from './words';
