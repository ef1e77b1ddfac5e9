export { listEksClusters } from './listEksClusters';
