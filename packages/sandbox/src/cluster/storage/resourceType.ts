import type { KubeObject } from '../objects';

/** A resource the API server serves, e.g. `deployments` of `apps/v1`. */
export interface ResourceType<T extends KubeObject = KubeObject> {
  group: string;
  version: string;
  plural: string;
  singular: string;
  kind: string;
  namespaced: boolean;
  shortNames?: string[];
  categories?: string[];
  /** Beside the object itself: `status`, `scale`, `log`. */
  subresources?: string[];
  /** Only carries the type of the objects; never set. */
  readonly objects?: T;
}

/** `apps/v1`, or `v1` in the core group. */
export function apiVersionOf(
  type: Pick<ResourceType, 'group' | 'version'>,
): string {
  return type.group ? `${type.group}/${type.version}` : type.version;
}

/** `deployments.apps`, or `pods` in the core group, as error messages say it. */
export function qualifiedPlural(
  type: Pick<ResourceType, 'group' | 'plural'>,
): string {
  return type.group ? `${type.plural}.${type.group}` : type.plural;
}

/** `Deployment.apps`, or `Pod` in the core group, as validation messages say it. */
export function qualifiedKind(
  type: Pick<ResourceType, 'group' | 'kind'>,
): string {
  return type.group ? `${type.kind}.${type.group}` : type.kind;
}
