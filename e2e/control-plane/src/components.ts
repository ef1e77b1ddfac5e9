import type { BinaryName } from './binaries';
import type { Files } from './files';
import { KUBELET_ADDRESS } from './nodes';

/** Ports on 127.0.0.1 that one control plane listens on. */
export interface Ports {
  api: number;
  etcd: number;
  etcdPeer: number;
  /** Where KWOK answers for every node. */
  kubelet: number;
}

/** A process of the control plane: its program and what it is told. */
export interface Component {
  name: BinaryName;
  args: string[];
}

const HOST = '127.0.0.1';

/** etcd's answers go to disk without a wait for the disk: nothing here outlives a power cut. */
export function etcd(files: Files, ports: Ports): Component {
  const client = `https://${HOST}:${ports.etcd}`;
  const peer = `https://${HOST}:${ports.etcdPeer}`;
  return {
    name: 'etcd',
    args: toFlags({
      name: 'default',
      'data-dir': files.etcdData,
      'listen-client-urls': client,
      'advertise-client-urls': client,
      'listen-peer-urls': peer,
      'initial-advertise-peer-urls': peer,
      'initial-cluster': `default=${peer}`,
      'trusted-ca-file': files.ca,
      'client-cert-auth': true,
      'cert-file': files.serverCert,
      'key-file': files.serverKey,
      'peer-trusted-ca-file': files.ca,
      'peer-client-cert-auth': true,
      'peer-cert-file': files.serverCert,
      'peer-key-file': files.serverKey,
      'unsafe-no-fsync': true,
      'log-level': 'warn',
    }),
  };
}

/** Admission is Kubernetes' default set, which Pod Security and ResourceQuota are in. */
export function apiServer(files: Files, ports: Ports): Component {
  return {
    name: 'kube-apiserver',
    args: toFlags({
      'bind-address': HOST,
      'advertise-address': HOST,
      'secure-port': ports.api,
      'etcd-servers': `https://${HOST}:${ports.etcd}`,
      'etcd-cafile': files.ca,
      'etcd-certfile': files.serverCert,
      'etcd-keyfile': files.serverKey,
      'tls-cert-file': files.serverCert,
      'tls-private-key-file': files.serverKey,
      'client-ca-file': files.ca,
      'token-auth-file': files.tokens,
      'authorization-mode': 'RBAC',
      'anonymous-auth': true,
      'service-account-issuer': `https://${HOST}:${ports.api}`,
      'service-account-signing-key-file': files.serviceAccountKey,
      'service-account-key-file': files.serviceAccountPublicKey,
      'service-cluster-ip-range': '10.96.0.0/16',
      'kubelet-preferred-address-types': KUBELET_ADDRESS.type,
      // There is no other host that would look for this one.
      'endpoint-reconciler-type': 'none',
    }),
  };
}

/** Without a port of their own: what they do shows in the API. */
export function controllerManager(files: Files): Component {
  return {
    name: 'kube-controller-manager',
    args: toFlags({
      kubeconfig: files.kubeconfig,
      'secure-port': 0,
      'leader-elect': false,
      'use-service-account-credentials': true,
      'service-account-private-key-file': files.serviceAccountKey,
      'root-ca-file': files.ca,
    }),
  };
}

export function scheduler(files: Files): Component {
  return {
    name: 'kube-scheduler',
    args: toFlags({
      kubeconfig: files.kubeconfig,
      'secure-port': 0,
      'leader-elect': false,
    }),
  };
}

export function kwok(files: Files, ports: Ports): Component {
  return {
    name: 'kwok',
    args: toFlags({
      kubeconfig: files.kubeconfig,
      config: files.stages,
      'manage-all-nodes': true,
      'node-lease-duration-seconds': 40,
      'server-address': `${HOST}:${ports.kubelet}`,
      'tls-cert-file': files.serverCert,
      'tls-private-key-file': files.serverKey,
    }),
  };
}

function toFlags(flags: Record<string, string | number | boolean>): string[] {
  return Object.entries(flags).map(([name, value]) => `--${name}=${value}`);
}
