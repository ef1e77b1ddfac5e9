export { createHttpEdge } from './createHttpEdge';
export { TooManyRequestsError } from './errors';
export { StreamSlots, toCallerId } from './StreamSlots';
