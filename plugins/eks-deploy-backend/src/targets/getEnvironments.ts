import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { ANNOTATION_ENVIRONMENTS } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { EnvironmentConfig } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { isOwnerAllowed } from './allowRules';
import { getOwner } from './getOwner';
import type { TargetProblem } from './TargetProblem';

/** An Environment that an entity names or could run in, or why there is none of that name. */
export type EnvironmentChoice =
  | EnvironmentConfig
  | { name: string; problem: TargetProblem };

/**
 * The Environments of an entity: those its annotation names, or else those that let its owner in.
 *
 * When none lets the owner in all are given, so that whoever looks learns that it is the configuration.
 */
export function getEnvironments(
  entity: Entity,
  configured: EnvironmentConfig[],
): EnvironmentChoice[] {
  const annotation = entity.metadata.annotations?.[ANNOTATION_ENVIRONMENTS];
  if (annotation === undefined) {
    const owner = getOwner(entity);
    const open = configured.filter(
      environment => owner && isOwnerAllowed(environment, owner),
    );
    return open.length > 0 ? open : configured;
  }
  const names = annotation.split(',').map(name => name.trim());
  return [...new Set(names)].filter(Boolean).map(
    name =>
      configured.find(environment => environment.name === name) ?? {
        name,
        problem: {
          kind: 'not-found',
          message: `Annotation ${ANNOTATION_ENVIRONMENTS} of ${stringifyEntityRef(
            entity,
          )} names '${name}', which is no Environment`,
          remedy: `name some of ${configured
            .map(environment => environment.name)
            .join(', ')}`,
        },
      },
  );
}

/** One Environment of an entity; without the annotation any of them, so that a refusal can be told from a typing error. */
export function findEnvironment(
  entity: Entity,
  configured: EnvironmentConfig[],
  name: string,
): EnvironmentChoice | undefined {
  const annotated = entity.metadata.annotations?.[ANNOTATION_ENVIRONMENTS];
  const choices =
    annotated === undefined ? configured : getEnvironments(entity, configured);
  return choices.find(choice => choice.name === name);
}
