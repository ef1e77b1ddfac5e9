import type { ResourceCatalog } from '../../registry';
import {
  apiVersionOf,
  unknownResource,
  type ResourceType,
} from '../../storage';
import { reviewResources } from '../accessReview';

const VERBS = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'update',
  'watch',
];
const SUBRESOURCE_VERBS = ['get', 'patch', 'update'];

/** A resource as discovery lists it: those that keep objects, and the reviews, which only answer. */
export interface Discovered extends ResourceType {
  verbs: string[];
}

/** What `/api`, `/apis`, `/apis/<group>` and `/apis/<group>/<version>` say. */
export class Discovery {
  constructor(private readonly catalog: ResourceCatalog) {}

  /** Every served resource, the reviews too. */
  resources(): Discovered[] {
    return [
      ...this.catalog.all().map(type => ({ ...type, verbs: VERBS })),
      ...reviewResources.map(review => ({
        ...review,
        version: 'v1',
        singular: review.kind.toLowerCase(),
        namespaced: false,
        verbs: ['create'],
      })),
    ];
  }

  /** `/api` */
  legacyVersions() {
    return {
      kind: 'APIVersions',
      versions: ['v1'],
      serverAddressByClientCIDRs: [],
    };
  }

  /** `/apis` */
  groupList() {
    return {
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: this.groups().map(group => this.describe(group)),
    };
  }

  /** `/apis/<group>` */
  group(name: string) {
    if (!this.groups().includes(name)) throw unknownResource();
    return { kind: 'APIGroup', apiVersion: 'v1', ...this.describe(name) };
  }

  /** `/api/v1` and `/apis/<group>/<version>` */
  resourceList(group: string, version: string) {
    const resources = this.resources().filter(
      type => type.group === group && type.version === version,
    );
    if (!resources.length) throw unknownResource();
    return {
      kind: 'APIResourceList',
      apiVersion: 'v1',
      groupVersion: apiVersionOf({ group, version }),
      resources: resources.flatMap(type => [
        {
          name: type.plural,
          singularName: type.singular,
          namespaced: type.namespaced,
          kind: type.kind,
          verbs: type.verbs,
          ...(type.shortNames && { shortNames: type.shortNames }),
          ...(type.categories && { categories: type.categories }),
        },
        ...(type.subresources ?? []).map(subresource => ({
          name: `${type.plural}/${subresource}`,
          singularName: '',
          namespaced: type.namespaced,
          ...(subresource === 'scale' && {
            group: 'autoscaling',
            version: 'v1',
          }),
          kind: kindOfSubresource(type, subresource),
          verbs: verbsOfSubresource(subresource),
        })),
      ]),
    };
  }

  /** The aggregated form of `/api` and `/apis`, which saves kubectl a request for each group. */
  aggregated(root: 'api' | 'apis') {
    const groups = root === 'api' ? [''] : this.groups();
    return {
      kind: 'APIGroupDiscoveryList',
      apiVersion: 'apidiscovery.k8s.io/v2',
      metadata: {},
      items: groups.map(group => ({
        metadata: { ...(group && { name: group }), creationTimestamp: null },
        versions: this.versionsOf(group).map(version => ({
          version,
          freshness: 'Current',
          resources: this.resources()
            .filter(type => type.group === group && type.version === version)
            .map(aggregatedResource),
        })),
      })),
    };
  }

  /** The named groups, the core group apart. */
  groups(): string[] {
    return [
      ...new Set(
        this.resources()
          .map(type => type.group)
          .filter(Boolean),
      ),
    ];
  }

  versionsOf(group: string): string[] {
    return [
      ...new Set(
        this.resources()
          .filter(type => type.group === group)
          .map(type => type.version),
      ),
    ];
  }

  private describe(name: string) {
    const versions = this.versionsOf(name).map(version => ({
      groupVersion: `${name}/${version}`,
      version,
    }));
    return { name, versions, preferredVersion: versions[0] };
  }
}

function aggregatedResource(type: Discovered) {
  const { group, version } = type;
  return {
    resource: type.plural,
    responseKind: { group, version, kind: type.kind },
    scope: type.namespaced ? 'Namespaced' : 'Cluster',
    singularResource: type.singular,
    verbs: type.verbs,
    ...(type.shortNames && { shortNames: type.shortNames }),
    ...(type.categories && { categories: type.categories }),
    ...(type.subresources && {
      subresources: type.subresources.map(subresource => ({
        subresource,
        responseKind:
          subresource === 'scale'
            ? { group: 'autoscaling', version: 'v1', kind: 'Scale' }
            : { group, version, kind: type.kind },
        verbs: verbsOfSubresource(subresource),
      })),
    }),
  };
}

function kindOfSubresource(type: ResourceType, subresource: string): string {
  return subresource === 'scale' ? 'Scale' : type.kind;
}

function verbsOfSubresource(subresource: string): string[] {
  return subresource === 'log' ? ['get'] : SUBRESOURCE_VERBS;
}
