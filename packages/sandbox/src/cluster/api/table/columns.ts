import type { KubeObject } from '../../objects';

/** A column of `kubectl get`; `wide` ones show with `-o wide` only. */
export interface Column<T extends KubeObject = KubeObject> {
  name: string;
  type?: 'string' | 'integer' | 'date';
  format?: 'name';
  wide?: boolean;
  cell(object: T): string | number;
}

/** The name, first in nearly every table. */
export const nameColumn: Column = {
  name: 'Name',
  format: 'name',
  cell: object => object.metadata.name,
};

/** What kubectl prints for nothing. */
export const NONE = '<none>';
