import {
  ANNOTATION_SOURCE_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import { ANNOTATION_PROJECT_SLUG } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { Repository } from './DeployTarget';

const SLUG = /^(?<owner>[A-Za-z0-9][\w-]*)\/(?<name>(?!\.{1,2}$)[\w.-]+)$/;
const DEFAULT_HOST = 'github.com';

/**
 * The repository that an entity's annotations name; undefined when they name none, or none on GitHub.
 *
 * No annotation is followed to a host that isn't one of the operator's GitHub integrations.
 */
export function getRepository(
  entity: Entity,
  integrations: ScmIntegrationRegistry,
): Repository | undefined {
  const annotations = entity.metadata.annotations ?? {};
  const slug = SLUG.exec(annotations[ANNOTATION_PROJECT_SLUG] ?? '')?.groups;
  if (!slug) {
    return undefined;
  }
  const source = annotations[ANNOTATION_SOURCE_LOCATION]?.replace(/^url:/, '');
  const host =
    (source && findHost(source, integrations)) ??
    integrations.github.byHost(DEFAULT_HOST)?.config.host;
  return host ? { host, owner: slug.owner, name: slug.name } : undefined;
}

function findHost(url: string, integrations: ScmIntegrationRegistry) {
  return URL.canParse(url)
    ? integrations.github.byUrl(url)?.config.host
    : undefined;
}
