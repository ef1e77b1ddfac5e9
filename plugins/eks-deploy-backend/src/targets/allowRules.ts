import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type {
  AllowRule,
  EnvironmentConfig,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { matchesPattern } from './matchesPattern';

/** Stands for the name of the owning group. */
const OWNER = '{owner}';
/** Stands for the name of the component. */
const NAME = '{name}';
/** Holds no star: a name must not become a pattern. */
const INSERTABLE = /^[\w.-]{1,63}$/;

/** The names that a pattern's placeholders stand for; absent where they stand for none. */
export interface PlaceholderNames {
  owner?: string;
  name?: string;
}

/**
 * What the placeholders of an entity's rules stand for.
 *
 * @remarks
 * A name is unique only among the groups, or the components, of one catalog namespace. Of the others the author of a
 * catalog file could choose one that stands for what is somebody else's.
 *
 * @param isGroupKnown - Whether the catalog has the owning Group; `spec.owner` may name one that does not exist.
 */
export function getPlaceholderNames(
  entity: Entity,
  owner: string,
  isGroupKnown: boolean,
): PlaceholderNames {
  return {
    owner: isGroupKnown ? findName(owner, 'group') : undefined,
    name: findName(stringifyEntityRef(entity), 'component'),
  };
}

/** Whether an owner could be the Group that `{owner}` stands for, provided that it is in the catalog. */
export function isGroupRef(owner: string): boolean {
  return findName(owner, 'group') !== undefined;
}

function findName(ref: string, wanted: string): string | undefined {
  const { kind, namespace, name } = parseEntityRef(ref);
  return kind === wanted &&
    namespace === DEFAULT_NAMESPACE &&
    INSERTABLE.test(name)
    ? name
    : undefined;
}

/** Whether a rule of the Environment names the owner, for whatever namespace. */
export function isOwnerAllowed(
  environment: EnvironmentConfig,
  owner: string,
): boolean {
  return environment.allow.some(rule => includesOwner(rule, owner));
}

/** Whether what a rule allows depends on the owning Group's being in the catalog. */
export function usesOwnerName(environment: EnvironmentConfig): boolean {
  return environment.allow
    .flatMap(rule => [
      ...rule.namespaces,
      ...(rule.repositories ?? []),
      ...(rule.workflows ?? []),
      ...(rule.images ?? []),
    ])
    .some(pattern => pattern.includes(OWNER));
}

/** The rules of the Environment that name both the owner and the namespace, each both at once. */
export function findRules(
  environment: EnvironmentConfig,
  request: { owner: string; namespace: string; names: PlaceholderNames },
  portalNamespace?: string,
): AllowRule[] {
  const { owner, namespace, names } = request;
  const matches = (pattern: string) =>
    ['*', OWNER, NAME].some(part => pattern.includes(part))
      ? !isProtected(namespace, portalNamespace) &&
        matchesInserted(pattern, namespace, names)
      : pattern === namespace;
  return environment.allow.filter(
    rule => includesOwner(rule, owner) && rule.namespaces.some(matches),
  );
}

/** Whether a text matches a pattern once names stand for its placeholders; not if one of them stands for none. */
export function matchesInserted(
  pattern: string,
  text: string,
  names: PlaceholderNames,
): boolean {
  const inserted = insertNames(pattern, names);
  return inserted !== undefined && matchesPattern(inserted, text);
}

/** A pattern with names in the place of its placeholders; undefined if one of them stands for none. */
export function insertNames(
  pattern: string,
  names: PlaceholderNames,
): string | undefined {
  return insert(insert(pattern, OWNER, names.owner), NAME, names.name);
}

function insert(
  pattern: string | undefined,
  placeholder: string,
  name: string | undefined,
): string | undefined {
  return pattern?.includes(placeholder)
    ? name && pattern.replaceAll(placeholder, name)
    : pattern;
}

function includesOwner({ owners }: AllowRule, owner: string): boolean {
  return owners.includes('*') || owners.includes(owner);
}

/** Namespaces that only their written-out name reaches: what is in them runs the cluster, or this portal. */
function isProtected(namespace: string, portalNamespace?: string): boolean {
  return (
    namespace.startsWith('kube-') ||
    namespace === 'default' ||
    namespace === portalNamespace
  );
}
