export { listEvents } from './listEvents';
export { listPods } from './listPods';
