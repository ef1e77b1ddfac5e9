export { startProcessGroup, type ProcessGroup } from './startProcessGroup';
