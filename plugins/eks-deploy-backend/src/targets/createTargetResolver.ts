import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { ANNOTATION_KUBERNETES_ID } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { EksDeployConfig } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { isGroupRef, usesOwnerName } from './allowRules';
import type { GroupDirectory } from './createGroupDirectory';
import type {
  DeployTarget,
  RefusedTarget,
  TargetResolver,
} from './DeployTarget';
import {
  findEnvironment,
  getEnvironments,
  type EnvironmentChoice,
} from './getEnvironments';
import { getOwner } from './getOwner';
import { getRepository, getSourceRepository } from './getRepository';
import { toTargetError } from './TargetProblem';
import { toDeployTarget, type TargetFacts } from './toDeployTarget';

/** Finds DeployTargets by one catalog call, made as the user, and the operator's configuration. */
export function createTargetResolver(deps: {
  catalog: Pick<CatalogService, 'getEntityByRef' | 'queryEntities'>;
  config: Pick<EksDeployConfig, 'environments'>;
  integrations: ScmIntegrationRegistry;
  groups: GroupDirectory;
  /** The namespace that the portal itself runs in; undefined outside a cluster. */
  portalNamespace?: string;
}): TargetResolver {
  const { catalog, config, integrations, groups, portalNamespace } = deps;
  const asksForGroups = config.environments.some(usesOwnerName);

  async function readEntity(
    entityRef: string,
    options: { credentials: BackstageCredentials },
  ): Promise<Entity> {
    const entity = await catalog.getEntityByRef(entityRef, options);
    if (!entity) {
      throw new NotFoundError(
        `${entityRef} is not in the catalog, or you may not see it`,
      );
    }
    return entity;
  }

  async function findFacts(entity: Entity): Promise<TargetFacts> {
    const owner = getOwner(entity);
    return {
      isGroupKnown:
        asksForGroups &&
        owner !== undefined &&
        isGroupRef(owner) &&
        (await groups.has(owner)),
      repository: getRepository(entity, integrations),
      source: getSourceRepository(entity, integrations),
      portalNamespace,
    };
  }

  function choose(
    entity: Entity,
    choice: EnvironmentChoice,
    facts: TargetFacts,
  ): DeployTarget | RefusedTarget {
    const found =
      'problem' in choice
        ? { problem: choice.problem }
        : toDeployTarget(entity, choice, facts);
    return 'problem' in found
      ? {
          entityRef: stringifyEntityRef(entity),
          environment: choice.name,
          problem: found.problem,
        }
      : found;
  }

  async function chooseAll(
    entity: Entity,
  ): Promise<Array<DeployTarget | RefusedTarget>> {
    const facts = await findFacts(entity);
    return getEnvironments(entity, config.environments).map(choice =>
      choose(entity, choice, facts),
    );
  }

  return {
    async resolve({ entityRef, environment }, options) {
      const entity = await readEntity(entityRef, options);
      const choice = findEnvironment(entity, config.environments, environment);
      if (!choice) {
        throw new NotFoundError(
          `${entityRef} has no Environment '${environment}'`,
        );
      }
      const target = choose(entity, choice, await findFacts(entity));
      if ('problem' in target) {
        throw toTargetError(target.problem);
      }
      return target;
    },

    async list(entityRef, options) {
      return chooseAll(await readEntity(entityRef, options));
    },

    async listComponents({ owner, cursor, limit }, options) {
      const { items, pageInfo } = await catalog.queryEntities(
        cursor
          ? { cursor, limit }
          : {
              filter: {
                [`metadata.annotations.${ANNOTATION_KUBERNETES_ID}`]:
                  CATALOG_FILTER_EXISTS,
                ...(owner && { 'relations.ownedBy': owner }),
              },
              orderFields: [{ field: 'metadata.name', order: 'asc' }],
              limit,
            },
        options,
      );
      return {
        components: await Promise.all(items.map(chooseAll)),
        nextCursor: pageInfo.nextCursor,
      };
    },
  };
}
