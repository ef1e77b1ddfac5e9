import { isObject, valueAt } from '../objects';
import type { FieldCause } from '../storage';
import { duplicate, required, wrong } from './fieldCauses';

const CONTAINER_NAME = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** What is wrong with a pod's spec; `path` is where it stands in its object. */
export function podSpecCauses(spec: unknown, path: string): FieldCause[] {
  const containers = valueAt(spec, 'containers');
  if (!Array.isArray(containers) || containers.length === 0) {
    return [required(`${path}.containers`)];
  }
  const initContainers = valueAt(spec, 'initContainers');
  return [
    ...containerCauses(containers, `${path}.containers`),
    ...containerCauses(
      Array.isArray(initContainers) ? initContainers : [],
      `${path}.initContainers`,
    ),
    ...mountCauses(spec, containers, `${path}.containers`),
  ];
}

function containerCauses(containers: unknown[], path: string): FieldCause[] {
  const seen = new Set<unknown>();
  return containers.flatMap((container, index) => {
    const at = `${path}[${index}]`;
    const name = valueAt(container, 'name');
    const image = valueAt(container, 'image');
    const causes: FieldCause[] = [];
    if (!name) causes.push(required(`${at}.name`));
    else if (!CONTAINER_NAME.test(String(name))) {
      causes.push(
        wrong(
          `${at}.name`,
          name,
          "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character",
        ),
      );
    } else if (seen.has(name)) causes.push(duplicate(`${at}.name`, name));
    seen.add(name);
    if (!image) causes.push(required(`${at}.image`));
    return causes;
  });
}

function mountCauses(
  spec: unknown,
  containers: unknown[],
  path: string,
): FieldCause[] {
  const volumes = valueAt(spec, 'volumes');
  const names = new Set(
    (Array.isArray(volumes) ? volumes : []).map(volume =>
      valueAt(volume, 'name'),
    ),
  );
  return containers.flatMap((container, index) => {
    const mounts = valueAt(container, 'volumeMounts');
    return (Array.isArray(mounts) ? mounts : [])
      .filter(isObject)
      .flatMap((mount, position) =>
        names.has(mount.name)
          ? []
          : [
              {
                reason: 'FieldValueInvalid' as const,
                field: `${path}[${index}].volumeMounts[${position}].name`,
                message: `Not found: ${JSON.stringify(mount.name)}`,
              },
            ],
      );
  });
}
