import { resolve } from 'node:path';

/** The folder of this checkout. */
// This package runs from its sources alone and is never built.
// eslint-disable-next-line no-restricted-syntax
export const repositoryRoot = resolve(__dirname, '../..');
