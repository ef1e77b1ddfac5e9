export { listImages } from './listImages';
