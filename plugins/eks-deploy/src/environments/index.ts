export * from './EnvironmentSection';
export * from './ProductionMark';
