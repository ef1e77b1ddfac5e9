import { DEFAULT_NAMESPACE, parseEntityRef } from '@backstage/catalog-model';
import type { EnvironmentConfig } from '@eks-deploy/backstage-plugin-eks-deploy-node';

const OWNER = '{owner}';
const NAMESPACE_PART = /^[a-z0-9-]+$/;

/** Whether a rule of the Environment names both the owner and the namespace; both in one rule, by default not. */
export function isAllowed(
  environment: EnvironmentConfig,
  owner: string,
  namespace: string,
): boolean {
  return environment.allow.some(
    rule =>
      includesOwner(rule.owners, owner) &&
      rule.namespaces
        .flatMap(pattern => insertOwner(pattern, owner))
        .some(pattern => matchesGlob(pattern, namespace)),
  );
}

/** Whether a rule of the Environment names the owner, for whatever namespace. */
export function isOwnerAllowed(
  environment: EnvironmentConfig,
  owner: string,
): boolean {
  return environment.allow.some(rule => includesOwner(rule.owners, owner));
}

function includesOwner(owners: string[], owner: string): boolean {
  return owners.includes('*') || owners.includes(owner);
}

/** Names are unique only among the groups of one catalog namespace: any other owner of the name would be let in too. */
function insertOwner(pattern: string, owner: string): string[] {
  if (!pattern.includes(OWNER)) {
    return [pattern];
  }
  const { kind, namespace, name } = parseEntityRef(owner);
  const isGroup = kind === 'group' && namespace === DEFAULT_NAMESPACE;
  return isGroup && NAMESPACE_PART.test(name)
    ? [pattern.replaceAll(OWNER, name)]
    : [];
}

/** Patterns hold letters, digits, `-` and `*` only: the configuration's schema lets nothing else through. */
function matchesGlob(pattern: string, text: string): boolean {
  return new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(text);
}
