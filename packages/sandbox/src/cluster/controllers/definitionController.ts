import { valueAt } from '../objects';
import { resourcesOfDefinition } from '../registry';
import { resources, storageKey } from '../storage';
import { newCondition } from './conditions';
import type { Controller, ControllerContext } from './controller';

/** Serves the resources of CustomResourceDefinitions as long as these exist. */
export function runDefinitionController({
  registry,
}: ControllerContext): Controller {
  const type = resources.customResourceDefinitions;
  const unsubscribe = registry.store.subscribe(event => {
    if (event.resource !== storageKey(type)) return;
    const served = resourcesOfDefinition(event.object);
    if (event.type === 'DELETED') {
      served.forEach(({ group, plural }) =>
        registry.catalog.unregister(group, plural),
      );
      return;
    }
    served.forEach(resource => registry.catalog.register(resource));
    if (event.type !== 'ADDED') return;
    registry.modify(
      type,
      { name: event.object.metadata.name },
      draft => {
        draft.status = {
          acceptedNames: valueAt(draft.spec, 'names'),
          storedVersions: served.map(({ version }) => version),
          conditions: [
            newCondition(
              'NamesAccepted',
              'True',
              'NoConflicts',
              'no conflicts found',
            ),
            newCondition(
              'Established',
              'True',
              'InitialNamesAccepted',
              'the initial names have been accepted',
            ),
          ],
        };
      },
      { subresource: 'status' },
    );
  });
  return { stop: unsubscribe };
}
