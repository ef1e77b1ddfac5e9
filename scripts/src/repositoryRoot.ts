import { resolve } from 'node:path';

/** The folder of this checkout. */
export const repositoryRoot = resolve(__dirname, '../..');
