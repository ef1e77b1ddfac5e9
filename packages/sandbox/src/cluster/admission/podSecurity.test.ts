import type { Namespace } from '../objects';
import { securityViolation } from './podSecurity';

function aNamespace(labels?: Record<string, string>): Namespace {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: 'chat',
      uid: 'uid',
      resourceVersion: '1',
      creationTimestamp: '2026-01-01T00:00:00Z',
      labels,
    },
  };
}

const restricted = aNamespace({
  'pod-security.kubernetes.io/enforce': 'restricted',
});
const baseline = aNamespace({
  'pod-security.kubernetes.io/enforce': 'baseline',
  'pod-security.kubernetes.io/enforce-version': 'v1.33',
});
const safe = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
};

describe('the security of a namespace', () => {
  it('has nothing against any pod unless it is labelled', () => {
    const spec = { hostNetwork: true, containers: [{ name: 'app' }] };
    expect(securityViolation(aNamespace(), spec)).toBeUndefined();
  });

  it('names every rule that a pod breaks, and who breaks it', () => {
    const containers = [{ name: 'app' }, { name: 'web' }];
    expect(securityViolation(restricted, { containers })).toBe(
      'violates PodSecurity "restricted:latest": ' +
        'allowPrivilegeEscalation != false (containers "app", "web" must set securityContext.allowPrivilegeEscalation=false), ' +
        'unrestricted capabilities (containers "app", "web" must set securityContext.capabilities.drop=["ALL"]), ' +
        'runAsNonRoot != true (pod or containers "app", "web" must set securityContext.runAsNonRoot=true), ' +
        'seccompProfile (pod or containers "app", "web" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")',
    );
  });

  it('lets a container have from its pod what it does not say itself', () => {
    const spec = {
      securityContext: {
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      containers: [{ name: 'app', securityContext: safe }],
    };
    expect(securityViolation(restricted, spec)).toBeUndefined();
    const root = { ...safe, runAsNonRoot: false };
    const overridden = {
      ...spec,
      containers: [{ name: 'app', securityContext: root }],
    };
    expect(securityViolation(restricted, overridden)).toMatch('runAsNonRoot');
  });

  it('of the baseline keeps pods away from the host', () => {
    const spec = {
      hostNetwork: true,
      volumes: [{ name: 'disk', hostPath: { path: '/' } }],
      containers: [{ name: 'app', securityContext: { privileged: true } }],
    };
    expect(securityViolation(baseline, spec)).toBe(
      'violates PodSecurity "baseline:v1.33": host namespaces (hostNetwork=true), hostPath volumes (volume "disk"), ' +
        'privileged (container "app" must not set securityContext.privileged=true)',
    );
  });
});
