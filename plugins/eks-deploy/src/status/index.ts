export * from './EnvironmentStateBadge';
export * from './PhaseBadge';
export * from './recordStatusIcons';
export * from './StatusBadge';
