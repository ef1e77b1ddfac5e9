import { resolve } from 'node:path';

const repository = resolve(__dirname, '../../../..');

export const templateDir = resolve(repository, 'templates/fullstack-eks');
export const examplesDir = resolve(repository, 'examples');
/** What each case but the examples' differs in from `examples/chat`. */
export const goldenDir = resolve(templateDir, 'cases/golden');
