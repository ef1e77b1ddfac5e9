/**
 * The scaffolder actions and template filters that the fullstack-eks template uses.
 *
 * @packageDocumentation
 */
export { scaffolderModuleEksDeploy as default } from './module';
