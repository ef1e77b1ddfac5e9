import { isObject, valueAt, type KubeObject } from '../objects';
import {
  builtinResources,
  storageKey,
  unknownResource,
  type ResourceType,
} from '../storage';

/** The resources the API server serves at this moment: the built-in ones and those that came to be by use. */
export class ResourceCatalog {
  private readonly types = new Map<string, ResourceType>();
  private readonly customTypes = new Map<string, ResourceType>();

  constructor(customResources: ResourceType[] = []) {
    for (const type of builtinResources) this.types.set(catalogKey(type), type);
    for (const type of customResources) this.register(type);
  }

  /** Serves a further resource from now on. */
  register(type: ResourceType): ResourceType {
    const key = catalogKey(type);
    this.types.set(key, type);
    this.customTypes.set(key, type);
    return type;
  }

  /** No longer serves the resources of a deleted CustomResourceDefinition. */
  unregister(group: string, plural: string): void {
    for (const [key, type] of this.customTypes) {
      if (type.group === group && type.plural === plural) {
        this.customTypes.delete(key);
        this.types.delete(key);
      }
    }
  }

  find(path: Pick<ResourceType, 'group' | 'version' | 'plural'>) {
    return this.types.get(catalogKey(path));
  }

  /** The resource of a path; throws the 404 that the real server answers with. */
  get(path: Pick<ResourceType, 'group' | 'version' | 'plural'>): ResourceType {
    const type = this.find(path);
    if (!type) throw unknownResource();
    return type;
  }

  all(): ResourceType[] {
    return [...this.types.values()];
  }

  custom(): ResourceType[] {
    return [...this.customTypes.values()];
  }

  /** One type for each place objects are stored at, versions of a group counted once. */
  stored(): ResourceType[] {
    return [
      ...new Map(this.all().map(type => [storageKey(type), type])).values(),
    ];
  }
}

/** The resource a first object of an unknown kind brings with it: «stored as they come». */
export function resourceFromUse(
  path: Pick<ResourceType, 'group' | 'version' | 'plural'>,
  kind: string,
  namespaced: boolean,
): ResourceType {
  return {
    ...path,
    kind,
    namespaced,
    singular: kind.toLowerCase(),
    subresources: ['status'],
  };
}

/** The resources that a CustomResourceDefinition defines, one for each served version. */
export function resourcesOfDefinition(definition: KubeObject): ResourceType[] {
  const spec = isObject(definition.spec) ? definition.spec : {};
  const names = isObject(spec.names) ? spec.names : {};
  const versions = Array.isArray(spec.versions) ? spec.versions : [];
  return versions
    .filter(version => valueAt(version, 'served') === true)
    .map(version => ({
      group: String(spec.group),
      version: String(valueAt(version, 'name')),
      plural: String(names.plural),
      singular: String(names.singular ?? String(names.kind).toLowerCase()),
      kind: String(names.kind),
      namespaced: spec.scope !== 'Cluster',
      shortNames: strings(names.shortNames),
      categories: strings(names.categories),
      subresources: isObject(valueAt(version, 'subresources', 'status'))
        ? ['status']
        : [],
    }));
}

function strings(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.map(String) : undefined;
}

function catalogKey(
  type: Pick<ResourceType, 'group' | 'version' | 'plural'>,
): string {
  return `${type.group}/${type.version}/${type.plural}`;
}
