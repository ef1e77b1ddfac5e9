export * from './Age';
export * from './Clock';
export * from './Lasting';
export * from './words';
