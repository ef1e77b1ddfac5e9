import { isObject, type JsonObject, type KubeObject } from '../objects';

/** Fills in what the API server fills in for the kinds that matter here; mutates the object. */
export function applyDefaults(object: KubeObject): void {
  const spec = isObject(object.spec) ? object.spec : undefined;
  switch (object.kind) {
    case 'Deployment':
      if (spec) defaultDeployment(spec);
      object.status ??= {};
      break;
    case 'ReplicaSet':
    case 'StatefulSet':
      if (spec) {
        spec.replicas ??= 1;
        defaultTemplate(spec.template);
      }
      object.status ??= { replicas: 0 };
      break;
    case 'DaemonSet':
      if (spec) defaultTemplate(spec.template);
      break;
    case 'Pod':
      if (spec) defaultPod(object, spec);
      break;
    case 'Service':
      if (spec) defaultService(spec);
      break;
    case 'HorizontalPodAutoscaler':
      if (spec) spec.minReplicas ??= 1;
      break;
    case 'Namespace':
      object.spec ??= { finalizers: ['kubernetes'] };
      object.status ??= { phase: 'Active' };
      break;
    case 'Secret':
      object.type ??= 'Opaque';
      encodeStringData(object);
      break;
    default:
  }
}

function defaultDeployment(spec: JsonObject): void {
  spec.replicas ??= 1;
  spec.revisionHistoryLimit ??= 10;
  spec.progressDeadlineSeconds ??= 600;
  const strategy = isObject(spec.strategy) ? spec.strategy : {};
  spec.strategy = strategy;
  strategy.type ??= 'RollingUpdate';
  if (strategy.type === 'RollingUpdate') {
    const rolling = isObject(strategy.rollingUpdate)
      ? strategy.rollingUpdate
      : {};
    strategy.rollingUpdate = rolling;
    rolling.maxSurge ??= '25%';
    rolling.maxUnavailable ??= '25%';
  }
  defaultTemplate(spec.template);
}

function defaultTemplate(template: unknown): void {
  if (!isObject(template)) return;
  if (isObject(template.metadata)) template.metadata.creationTimestamp ??= null;
  if (isObject(template.spec)) defaultPodSpec(template.spec);
}

function defaultPod(pod: KubeObject, spec: JsonObject): void {
  defaultPodSpec(spec);
  spec.serviceAccountName ??= 'default';
  spec.serviceAccount ??= spec.serviceAccountName;
  spec.enableServiceLinks ??= true;
  spec.preemptionPolicy ??= 'PreemptLowerPriority';
  spec.priority ??= 0;
  pod.status ??= { phase: 'Pending', qosClass: qosClassOf(spec) };
}

function defaultPodSpec(spec: JsonObject): void {
  spec.restartPolicy ??= 'Always';
  spec.terminationGracePeriodSeconds ??= 30;
  spec.dnsPolicy ??= 'ClusterFirst';
  spec.securityContext ??= {};
  spec.schedulerName ??= 'default-scheduler';
  for (const container of containersOf(spec)) defaultContainer(container);
  for (const volume of objectsIn(spec.volumes)) defaultVolume(volume);
}

function defaultContainer(container: JsonObject): void {
  if (typeof container.image === 'string') {
    container.imagePullPolicy ??= isLatest(container.image)
      ? 'Always'
      : 'IfNotPresent';
  }
  container.terminationMessagePath ??= '/dev/termination-log';
  container.terminationMessagePolicy ??= 'File';
  container.resources ??= {};
  for (const port of objectsIn(container.ports)) port.protocol ??= 'TCP';
  for (const name of ['livenessProbe', 'readinessProbe', 'startupProbe']) {
    const probe = container[name];
    if (isObject(probe)) defaultProbe(probe);
  }
}

function defaultProbe(probe: JsonObject): void {
  probe.timeoutSeconds ??= 1;
  probe.periodSeconds ??= 10;
  probe.successThreshold ??= 1;
  probe.failureThreshold ??= 3;
  if (isObject(probe.httpGet)) {
    probe.httpGet.path ??= '/';
    probe.httpGet.scheme ??= 'HTTP';
  }
}

function defaultVolume(volume: JsonObject): void {
  for (const source of ['configMap', 'secret', 'projected', 'downwardAPI']) {
    const inner = volume[source];
    if (isObject(inner)) inner.defaultMode ??= 420;
  }
}

function defaultService(spec: JsonObject): void {
  spec.type ??= 'ClusterIP';
  spec.sessionAffinity ??= 'None';
  spec.internalTrafficPolicy ??= 'Cluster';
  spec.ipFamilies ??= ['IPv4'];
  spec.ipFamilyPolicy ??= 'SingleStack';
  for (const port of objectsIn(spec.ports)) {
    port.protocol ??= 'TCP';
    port.targetPort ??= port.port;
  }
}

function encodeStringData(secret: KubeObject): void {
  if (!isObject(secret.stringData)) return;
  const data = isObject(secret.data) ? secret.data : {};
  for (const [key, value] of Object.entries(secret.stringData)) {
    data[key] = Buffer.from(String(value)).toString('base64');
  }
  secret.data = data;
  delete secret.stringData;
}

/** No tag and no digest, or the tag `latest`. */
function isLatest(image: string): boolean {
  if (image.includes('@')) return false;
  const name = image.slice(image.lastIndexOf('/') + 1);
  return !name.includes(':') || name.endsWith(':latest');
}

function qosClassOf(spec: JsonObject): string {
  const resources = containersOf(spec).map(container =>
    isObject(container.resources) ? container.resources : {},
  );
  const guaranteed = resources.every(
    ({ limits, requests }) =>
      isObject(limits) &&
      ['cpu', 'memory'].every(
        name =>
          name in limits &&
          (!isObject(requests) ||
            (requests[name] ?? limits[name]) === limits[name]),
      ),
  );
  if (guaranteed) return 'Guaranteed';
  const some = resources.some(
    ({ limits, requests }) => isObject(limits) || isObject(requests),
  );
  return some ? 'Burstable' : 'BestEffort';
}

function containersOf(spec: JsonObject): JsonObject[] {
  return [...objectsIn(spec.initContainers), ...objectsIn(spec.containers)];
}

function objectsIn(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
