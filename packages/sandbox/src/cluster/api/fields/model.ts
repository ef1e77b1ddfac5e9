import * as models from '@kubernetes/client-node';
import { valueAt } from '../../objects';
import { builtinResources, type ResourceType } from '../../storage';

/** The types of a built-in object's fields, by their names; `V1Pod`, `Array<V1Container>`, `{ [key: string]: string; }`. */
export type Model = ReadonlyMap<string, string>;

/** Models whose name is not made of version and kind. */
const NAMES: Record<string, string> = { V1Event: 'CoreV1Event' };

const known = new Map<string, Model | undefined>();

/** Which model of the client library, made from the real API's schema, a kind has; custom kinds have none. */
export function modelNameOf(type: ResourceType): string | undefined {
  if (!builtinResources.includes(type)) return undefined;
  const name = `${type.version[0].toUpperCase()}${type.version.slice(1)}${
    type.kind
  }`;
  return NAMES[name] ?? name;
}

/** The fields of a model, if there is one of that name. */
export function findModel(name: string): Model | undefined {
  if (!known.has(name)) known.set(name, readModel(name));
  return known.get(name);
}

function readModel(name: string): Model | undefined {
  const model = Object.entries(models).find(([key]) => key === name)?.[1];
  const attributes =
    typeof model === 'function' && 'attributeTypeMap' in model
      ? model.attributeTypeMap
      : undefined;
  if (!Array.isArray(attributes)) return undefined;
  return new Map(
    attributes.map(attribute => [
      String(valueAt(attribute, 'baseName')),
      String(valueAt(attribute, 'type')),
    ]),
  );
}
