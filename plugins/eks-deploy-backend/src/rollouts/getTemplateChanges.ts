import { isDeepStrictEqual } from 'node:util';
import type { TemplateChange } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { redactMessage } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { PodTemplateObject } from '../workloads';
import { withoutHash } from './rows/hashTemplate';

/** What tells the items of a list apart, in the order of trying; a volume may be mounted twice. */
const KEYS = ['mountPath', 'name', 'containerPort', 'key', 'topologyKey'];

/**
 * Paths whose values are not made for secrets. Anything else, above all the environment, arguments,
 * commands, probes' headers and annotations, is reported as changed, without its value.
 */
const TELLABLE = [
  /^spec\.(?:initContainers|containers)\[[^\]]+\]\.(?:image|imagePullPolicy|name|restartPolicy)$/,
  /^spec\.(?:initContainers|containers)\[[^\]]+\]\.(?:resources|ports)\b/,
  // Not all of it: windowsOptions.gmsaCredentialSpec is a credential.
  /^spec\.(?:(?:initContainers|containers)\[[^\]]+\]\.)?securityContext\.(?:runAs\w+|fsGroup\w*|supplementalGroups\w*|privileged|allowPrivilegeEscalation|readOnlyRootFilesystem|procMount|capabilities|seccompProfile|appArmorProfile|seLinuxOptions|seLinuxChangePolicy|sysctls|windowsOptions\.(?:gmsaCredentialSpecName|hostProcess|runAsUserName))(?![\w])/,
  /^spec\.(?:initContainers|containers)\[[^\]]+\]\.\w+Probe\.(?:\w+Seconds|\w+Threshold|httpGet\.(?:port|scheme)|tcpSocket\.port|grpc\.port)$/,
  /^spec\.(?:serviceAccountName|nodeSelector|terminationGracePeriodSeconds|priorityClassName|restartPolicy|topologySpreadConstraints|affinity|tolerations|dnsPolicy|runtimeClassName)\b/,
  /^metadata\.annotations\[kubectl\.kubernetes\.io\/restartedAt\]$/,
];

/** What changed from one pod template to another, by path; values only of the paths above. */
export function getTemplateChanges(
  from: PodTemplateObject | undefined,
  to: PodTemplateObject | undefined,
): TemplateChange[] {
  const before = flatten(withoutHash(from));
  const after = flatten(withoutHash(to));
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .filter(path => !isDeepStrictEqual(before.get(path), after.get(path)))
    .map(path => ({
      path,
      change: getChange(before.has(path), after.has(path)),
      from: tell(path, before.get(path)),
      to: tell(path, after.get(path)),
    }));
}

function getChange(before: boolean, after: boolean): TemplateChange['change'] {
  if (before && after) {
    return 'changed';
  }
  return after ? 'added' : 'removed';
}

function tell(path: string, value: unknown): string | undefined {
  return value !== undefined && TELLABLE.some(tellable => tellable.test(path))
    ? redactMessage(String(value))
    : undefined;
}

/** The values of a tree by their path. */
function flatten(
  value: unknown,
  path = '',
  found = new Map<string, unknown>(),
): Map<string, unknown> {
  if (Array.isArray(value)) {
    const key = findKey(value);
    value.forEach((item, index) => {
      if (key === undefined) {
        flatten(item, `${path}[${index}]`, found);
      } else {
        const { [key]: name, ...rest } = item;
        const itemPath = `${path}[${name}]`;
        flatten(Object.keys(rest).length > 0 ? rest : name, itemPath, found);
      }
    });
  } else if (isObject(value)) {
    Object.entries(value).forEach(([key, item]) =>
      flatten(item, joinPath(path, key), found),
    );
  } else if (value !== undefined && value !== null) {
    found.set(path, value);
  }
  return found;
}

/** The key that names every item, and each of them differently. */
function findKey(items: unknown[]): string | undefined {
  return KEYS.find(key => {
    const names = items.map(item => (isObject(item) ? item[key] : undefined));
    return !names.includes(undefined) && new Set(names).size === items.length;
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Keys that hold dots or slashes, e.g. those of labels, are written like the items of a list. */
function joinPath(path: string, key: string): string {
  if (!/^\w+$/.test(key)) {
    return `${path}[${key}]`;
  }
  return path === '' ? key : `${path}.${key}`;
}
