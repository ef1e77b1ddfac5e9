import {
  isSameJson,
  type FieldSet,
  type JsonObject,
  type KubeObject,
  type ManagedFields,
} from '../../objects';
import {
  fieldsOf,
  isLeaf,
  removeFields,
  union,
  valueAtStep,
  without,
} from './fieldSet';

/** A field that somebody else owns, and set to another value. */
export interface FieldConflict {
  manager: string;
  path: string[];
}

/** What a manager applies: its whole opinion, so that a field left out is a field given up. */
export interface Application {
  manager: string;
  config: JsonObject;
  time: string;
}

/** The fields that a configuration claims; what names the object is nobody's. */
export function claimedFields(config: JsonObject): FieldSet {
  const { apiVersion: _, kind: __, ...fields } = config;
  return without(fieldsOf(fields), [
    ['f:metadata', 'f:name'],
    ['f:metadata', 'f:namespace'],
    ['f:metadata', 'f:resourceVersion'],
    ['f:metadata', 'f:uid'],
    ['f:metadata', 'f:managedFields'],
  ]);
}

/** Where a configuration would change what other managers own. */
export function conflictsOf(
  current: KubeObject,
  { manager, config }: Application,
): FieldConflict[] {
  return ownersOf(current)
    .filter(owner => owner.manager !== manager)
    .flatMap(owner =>
      changedPaths(owner.fieldsV1, config, current).map(path => ({
        manager: owner.manager,
        path,
      })),
    );
}

/** The object without what its manager no longer applies and nobody else does. */
export function releaseFields(
  current: KubeObject,
  application: Application,
): JsonObject {
  const owners = ownersOf(current);
  const own = owners.find(({ manager }) => manager === application.manager);
  const kept = owners
    .filter(owner => owner !== own)
    .reduce(
      (set, { fieldsV1 }) => union(set, fieldsV1),
      claimedFields(application.config),
    );
  return removeFields(current, own?.fieldsV1 ?? {}, kept) as JsonObject;
}

/** Who owns what afterwards; what was taken by force is no longer its old owner's. */
export function managedFieldsAfter(
  current: KubeObject | undefined,
  apiVersion: string,
  { manager, config, time }: Application,
  taken: FieldConflict[] = [],
): ManagedFields[] {
  const owners = current ? ownersOf(current) : [];
  const own = owners.find(owner => owner.manager === manager);
  const fieldsV1 = claimedFields(config);
  const entry: ManagedFields = isSameJson(own?.fieldsV1, fieldsV1)
    ? { ...own, ...{ manager, operation: 'Apply', apiVersion, fieldsV1 } }
    : { manager, operation: 'Apply', apiVersion, time, fieldsV1 };
  return [
    ...owners
      .filter(owner => owner !== own)
      .map(owner => ({
        ...owner,
        fieldsV1: without(
          owner.fieldsV1,
          taken
            .filter(conflict => conflict.manager === owner.manager)
            .map(({ path }) => path),
        ),
      }))
      .filter(owner => !isLeaf(owner.fieldsV1)),
    { ...entry, fieldsType: 'FieldsV1' },
  ];
}

function ownersOf({ metadata }: KubeObject): ManagedFields[] {
  return metadata.managedFields ?? [];
}

function changedPaths(
  owned: FieldSet,
  config: unknown,
  current: unknown,
): string[][] {
  return Object.entries(owned).flatMap(([step, inner]) => {
    const wanted = valueAtStep(config, step);
    if (wanted === undefined) return [];
    const value = valueAtStep(current, step);
    if (isLeaf(inner)) return isSameJson(wanted, value) ? [] : [[step]];
    return changedPaths(inner, wanted, value).map(path => [step, ...path]);
  });
}
