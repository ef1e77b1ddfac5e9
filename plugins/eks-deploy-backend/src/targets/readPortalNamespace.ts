import { readFileSync } from 'node:fs';

const MOUNTED = '/var/run/secrets/kubernetes.io/serviceaccount/namespace';

/**
 * The namespace of the pod that this backend runs in; undefined outside a cluster.
 *
 * @param path - Where Kubernetes mounts it into each pod that has a service account's token.
 */
export function readPortalNamespace(path = MOUNTED): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}
