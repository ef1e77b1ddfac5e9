import type { Contract } from './createContract';
import type { DescribedOperation, Parameter } from './Description';

/** An operation of the description that a request is for. */
export interface Operation extends Omit<DescribedOperation, 'parameters'> {
  /** Into the description, e.g. `#/paths/~1user/get`. */
  pointer: string;
  parameters: Array<Parameter & { pointer: string }>;
  /** What the path gives its parameters, decoded. */
  pathValues: Record<string, string>;
}

/**
 * The operation of a method and a path without query; of several that fit, the most literal one, and one that leaves no
 * parameter out before one that does.
 */
export function findOperation(
  { description, resolve }: Pick<Contract, 'description' | 'resolve'>,
  method: string,
  path: string,
): Operation | undefined {
  const verb = method.toLowerCase();
  const found = Object.entries(description.paths)
    .flatMap(([template, item]) => {
      const described = item[verb];
      if (!described) {
        return [];
      }
      const pointer = `#/paths/${escapePointer(template)}/${verb}`;
      const parameters = (described.parameters ?? []).map((given, index) =>
        resolve<Parameter>(given, `${pointer}/parameters/${index}`),
      );
      const groups = toPattern(template, parameters).exec(path)?.slice(1);
      if (!groups) {
        return [];
      }
      const names = [...template.matchAll(/\{([^{}]+)\}/g)].map(
        ([, name]) => name,
      );
      const pathValues = Object.fromEntries(
        names.map((name, index) => [
          name,
          decodeURIComponent(groups[index] ?? ''),
        ]),
      );
      const leftOut = groups.filter(group => group === undefined).length;
      return [
        {
          ...{ ...described, pointer, parameters, pathValues },
          fit: literals(template) - leftOut * template.length,
        },
      ];
    })
    .sort((a, b) => b.fit - a.fit);
  return found[0];
}

function toPattern(template: string, parameters: Parameter[]): RegExp {
  const pattern = template
    .split(/(\/?\{[^{}]+\})/)
    .map(part => {
      if (!part.includes('{')) {
        return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      }
      const [slash, name] = part.slice(0, -1).split('{');
      const parameter = parameters.find(
        candidate => candidate.in === 'path' && candidate.name === name,
      );
      // Where slashes are allowed, so is nothing: the root folder, the default branch.
      return parameter?.['x-multi-segment']
        ? `(?:${slash}(.*))?`
        : `${slash}([^/]+)`;
    })
    .join('');
  return new RegExp(`^${pattern}$`);
}

function literals(template: string): number {
  return template.replace(/\{[^{}]+\}/g, '').length;
}

export function escapePointer(key: string): string {
  return key.replace(/~/g, '~0').replace(/\//g, '~1');
}
