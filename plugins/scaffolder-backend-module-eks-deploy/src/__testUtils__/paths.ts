import { resolve } from 'node:path';

const repository = resolve(__dirname, '../../../..');

export const templateDir = resolve(repository, 'templates/fullstack-eks');
export const examplesDir = resolve(repository, 'examples');
