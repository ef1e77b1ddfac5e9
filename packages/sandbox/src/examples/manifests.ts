import fs from 'node:fs';
import path from 'node:path';
import { KubernetesObject, V1Deployment } from '@kubernetes/client-node';
import { parseAllDocuments } from 'yaml';
import { Release } from './exampleServices';

/** The objects of every manifest below a folder but those of operators, which the sandbox doesn't run; a Namespace comes first. */
export function readManifests(folder: string): KubernetesObject[] {
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.ya?ml$/.test(file) && !/^platform[/\\]/.test(file))
    .sort();
  const objects = files.flatMap(file =>
    parseAllDocuments(fs.readFileSync(path.join(folder, file), 'utf8')).map(
      document => document.toJS() as KubernetesObject,
    ),
  );
  return [
    ...objects.filter(object => object.kind === 'Namespace'),
    ...objects.filter(object => object.kind !== 'Namespace'),
  ];
}

export function isDeployment(object: KubernetesObject): object is V1Deployment {
  return object.kind === 'Deployment';
}

/** The tier a Deployment runs: `backend` or `frontend`. */
export function getTier(deployment: V1Deployment): string {
  return deployment.metadata?.labels?.['app.kubernetes.io/component'] ?? '';
}

/** A Deployment with a release's image and cause. */
export function createReleasedDeployment(
  deployment: V1Deployment,
  release: Release,
): V1Deployment {
  const released: V1Deployment = structuredClone(deployment);
  const { spec } = released;
  const container = spec?.template.spec?.containers[0];
  if (!spec || !container) {
    throw new Error(
      `The Deployment ${deployment.metadata?.name} of an example has no container.`,
    );
  }
  container.image = release.image;
  spec.template.metadata = {
    ...spec.template.metadata,
    ...(release.podAnnotations && { annotations: release.podAnnotations }),
  };
  released.metadata = {
    ...released.metadata,
    annotations: {
      ...released.metadata?.annotations,
      'kubernetes.io/change-cause': release.cause,
    },
  };
  return released;
}

/** The text of a Deployment's manifest after the deploy workflow has written a release into it. */
export function writeRelease(manifest: string, release: Release): string {
  return manifest
    .replace(/image: .*( # deploy: image)$/m, `image: ${release.image}$1`)
    .replace(
      /change-cause: .*( # deploy: cause)$/m,
      `change-cause: ${JSON.stringify(release.cause)}$1`,
    );
}
