import type { Entity } from '@backstage/catalog-model';
import { ANNOTATION_KUBERNETES_ID } from '@eks-deploy/backstage-plugin-eks-deploy-common';

/**
 * Whether an entity has a Deploy tab: a component with the annotation `backstage.io/kubernetes-id`.
 *
 * @public
 */
export function isDeployAvailable(entity: Entity): boolean {
  return (
    entity.kind.toLocaleLowerCase('en-US') === 'component' &&
    Boolean(entity.metadata.annotations?.[ANNOTATION_KUBERNETES_ID])
  );
}
