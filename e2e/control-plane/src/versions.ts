import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** The folder of the Go module that pins what a control plane is built from. */
// This package runs from its sources alone and is never built.
// eslint-disable-next-line no-restricted-syntax
export const moduleFolder = resolve(__dirname, '..');

/** What the Go module asks for. */
export interface Versions {
  /** Least Go that builds it, e.g. `1.26.0`. */
  go: string;
  /** Version of Kubernetes, e.g. `v1.36.3`. */
  kubernetes: string;
}

/** Reads the versions that `go.mod` pins. */
export async function readVersions(): Promise<Versions> {
  return parseVersions(await readFile(join(moduleFolder, 'go.mod'), 'utf8'));
}

/** The versions in the text of a `go.mod`. */
export function parseVersions(goMod: string): Versions {
  const go = /^go (\S+)$/m.exec(goMod)?.[1];
  const kubernetes = /^\tk8s\.io\/kubernetes (v\S+)/m.exec(goMod)?.[1];
  if (!go || !kubernetes) {
    throw new Error(
      'e2e/control-plane/go.mod names no version of Go or of k8s.io/kubernetes: restore it.',
    );
  }
  return { go, kubernetes };
}
