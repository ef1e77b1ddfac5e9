export { kubernetesStreamsModule } from './kubernetesStreamsModule';
