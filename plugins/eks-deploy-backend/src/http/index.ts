export { createHttpEdge } from './createHttpEdge';
export { TooManyRequestsError } from './errors';
