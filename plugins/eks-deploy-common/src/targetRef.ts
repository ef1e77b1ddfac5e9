import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/**
 * Names a DeployTarget: one component in one Environment.
 *
 * @public
 */
export interface TargetRef {
  /** The component's full entity reference, e.g. `component:default/chat`. */
  entityRef: string;
  /** The Environment's name, e.g. `production`. */
  environment: string;
}

/**
 * Writes a TargetRef as the `resourceRef` of a permission request, e.g. `component:default/chat@production`.
 *
 * @public
 */
export function stringifyTargetRef(ref: TargetRef): string {
  return `${stringifyEntityRef(parseEntityRef(ref.entityRef))}@${
    ref.environment
  }`;
}

/**
 * Reads what {@link stringifyTargetRef} wrote.
 *
 * @throws InputError if the text is no target reference.
 * @public
 */
export function parseTargetRef(text: string): TargetRef {
  const [entityRef, environment, ...rest] = text.split('@');
  if (!entityRef || !environment || rest.length > 0) {
    throw new InputError(
      `'${text}' is no target reference: write <kind>:<namespace>/<name>@<environment>`,
    );
  }
  return {
    entityRef: stringifyEntityRef(parseEntityRef(entityRef)),
    environment,
  };
}
