export * from './WorkloadDetails';
