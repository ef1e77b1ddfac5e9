import { isObject, valueAt, type JsonObject, type Namespace } from '../objects';

const ENFORCE = 'pod-security.kubernetes.io/enforce';
const VERSION = 'pod-security.kubernetes.io/enforce-version';
const PROFILES = ['RuntimeDefault', 'Localhost'];

/** What the security level of a namespace has against a pod, as the real admission words it. */
export function securityViolation(
  namespace: Namespace,
  spec: unknown,
): string | undefined {
  const { labels = {} } = namespace.metadata;
  const level = labels[ENFORCE];
  if (level !== 'baseline' && level !== 'restricted') return undefined;
  const pod = isObject(spec) ? spec : {};
  const violations = [
    ...baselineViolations(pod),
    ...(level === 'restricted' ? restrictedViolations(pod) : []),
  ];
  if (violations.length === 0) return undefined;
  const version = labels[VERSION] ?? 'latest';
  return `violates PodSecurity "${level}:${version}": ${violations.join(', ')}`;
}

function baselineViolations(pod: JsonObject): string[] {
  const shared = ['hostNetwork', 'hostPID', 'hostIPC'].filter(
    field => pod[field] === true,
  );
  const hostPaths = objectsIn(pod.volumes).filter(volume => volume.hostPath);
  const privileged = containersOf(pod).filter(
    container => valueAt(container, 'securityContext', 'privileged') === true,
  );
  return [
    ...shared.slice(0, 1).map(() => {
      const fields = shared.map(field => `${field}=true`);
      return `host namespaces (${fields.join(', ')})`;
    }),
    ...named('volume', hostPaths).map(who => `hostPath volumes (${who})`),
    ...named('container', privileged).map(
      who => `privileged (${who} must not set securityContext.privileged=true)`,
    ),
  ];
}

function restrictedViolations(pod: JsonObject): string[] {
  const containers = containersOf(pod);
  const contextOf = (container: JsonObject, ...path: string[]) =>
    valueAt(container, 'securityContext', ...path);
  const inherits = (path: string[], isGood: (value: unknown) => boolean) =>
    containers.filter(
      container =>
        !isGood(
          contextOf(container, ...path) ??
            valueAt(pod.securityContext, ...path),
        ),
    );

  const escalating = containers.filter(
    container => contextOf(container, 'allowPrivilegeEscalation') !== false,
  );
  const capable = containers.filter(container => {
    const drop = contextOf(container, 'capabilities', 'drop');
    return !Array.isArray(drop) || !drop.includes('ALL');
  });
  const root = inherits(['runAsNonRoot'], value => value === true);
  const unconfined = inherits(['seccompProfile', 'type'], value =>
    PROFILES.includes(String(value)),
  );
  return [
    ...named('container', escalating).map(
      who =>
        `allowPrivilegeEscalation != false (${who} must set securityContext.allowPrivilegeEscalation=false)`,
    ),
    ...named('container', capable).map(
      who =>
        `unrestricted capabilities (${who} must set securityContext.capabilities.drop=["ALL"])`,
    ),
    ...named('container', root).map(
      who =>
        `runAsNonRoot != true (pod or ${who} must set securityContext.runAsNonRoot=true)`,
    ),
    ...named('container', unconfined).map(
      who =>
        `seccompProfile (pod or ${who} must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")`,
    ),
  ];
}

/** `container "app"` or `containers "app", "web"`; nothing if there are none. */
function named(what: string, parts: JsonObject[]): string[] {
  if (parts.length === 0) return [];
  const names = parts.map(({ name }) => `"${name}"`).join(', ');
  return [`${what}${parts.length > 1 ? 's' : ''} ${names}`];
}

function containersOf(pod: JsonObject): JsonObject[] {
  return [...objectsIn(pod.initContainers), ...objectsIn(pod.containers)];
}

function objectsIn(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
