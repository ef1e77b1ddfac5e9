export { readFleet } from './readFleet';
