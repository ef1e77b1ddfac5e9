import type { EnvironmentConfig } from '@eks-deploy/backstage-plugin-eks-deploy-node';

/** Whether a rule of the Environment names both the owner and the namespace; both in one rule, by default not. */
export function isAllowed(
  environment: EnvironmentConfig,
  owner: string,
  namespace: string,
): boolean {
  return environment.allow.some(
    rule =>
      includesOwner(rule.owners, owner) &&
      rule.namespaces.some(pattern => matchesGlob(pattern, namespace)),
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

/** Patterns hold letters, digits, `-` and `*` only: the configuration's schema lets nothing else through. */
function matchesGlob(pattern: string, text: string): boolean {
  return new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(text);
}
