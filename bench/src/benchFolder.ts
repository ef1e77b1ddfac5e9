import { resolve } from 'node:path';

/** This package, which runs from its sources alone and is never built. */
// eslint-disable-next-line no-restricted-syntax
export const benchFolder = resolve(__dirname, '..');
