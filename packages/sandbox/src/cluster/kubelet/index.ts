export * from './behaviour';
export * from './kubelet';
export * from './nodes';
export * from './podLogs';
export type { ImageSource } from './imagePull';
