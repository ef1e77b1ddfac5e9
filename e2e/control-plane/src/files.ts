import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Certificates } from './certificates';
import { formatKwokConfig } from './stages';

/** The group of the token that may only read. */
export const VIEWERS = 'eks-deploy:viewers';

/** Where one control plane keeps what its processes read, by absolute path. */
export interface Files {
  ca: string;
  serverCert: string;
  serverKey: string;
  adminCert: string;
  adminKey: string;
  serviceAccountKey: string;
  serviceAccountPublicKey: string;
  tokens: string;
  kubeconfig: string;
  stages: string;
  /** What every container prints. */
  podLog: string;
  etcdData: string;
}

export function filesIn(folder: string): Files {
  return {
    ca: join(folder, 'ca.crt'),
    serverCert: join(folder, 'server.crt'),
    serverKey: join(folder, 'server.key'),
    adminCert: join(folder, 'admin.crt'),
    adminKey: join(folder, 'admin.key'),
    serviceAccountKey: join(folder, 'service-account.key'),
    serviceAccountPublicKey: join(folder, 'service-account.pub'),
    tokens: join(folder, 'tokens.csv'),
    kubeconfig: join(folder, 'kubeconfig'),
    stages: join(folder, 'stages.yaml'),
    podLog: join(folder, 'pod.log'),
    etcdData: join(folder, 'etcd'),
  };
}

/** What the files of a control plane say. */
export interface FileContents {
  name: string;
  url: string;
  certificates: Certificates;
  token: string;
  readOnlyToken: string;
  podReadyMs: number;
}

/** Writes everything before the first process starts; private, for it holds keys. */
export async function writeFiles(
  folder: string,
  contents: FileContents,
): Promise<Files> {
  const { certificates, token, readOnlyToken, podReadyMs } = contents;
  const { ca, server, admin, serviceAccount } = certificates;
  const files = filesIn(folder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const texts: Array<[string, string]> = [
    [files.ca, ca],
    [files.serverCert, server.cert],
    [files.serverKey, server.key],
    [files.adminCert, admin.cert],
    [files.adminKey, admin.key],
    [files.serviceAccountKey, serviceAccount.privateKey],
    [files.serviceAccountPublicKey, serviceAccount.publicKey],
    [files.tokens, formatTokens(token, readOnlyToken)],
    [files.kubeconfig, formatKubeconfig(contents)],
    [files.stages, formatKwokConfig(podReadyMs, files.podLog)],
  ];
  for (const [file, text] of texts) {
    await writeFile(file, text, { mode: 0o600 });
  }
  return files;
}

/** The static token file of kube-apiserver: token, user, uid, groups. */
function formatTokens(token: string, readOnlyToken: string): string {
  return [
    `${token},portal,portal,system:masters`,
    `${readOnlyToken},viewer,viewer,${VIEWERS}`,
    '',
  ].join('\n');
}

/** A context with the client certificate, the current one, and one with the bearer token. */
function formatKubeconfig(contents: FileContents): string {
  const { name, url, certificates, token } = contents;
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const context = (user: string) => ({
    cluster: name,
    user,
    namespace: 'default',
  });
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': name,
    clusters: [
      {
        name,
        cluster: {
          server: url,
          'certificate-authority-data': base64(certificates.ca),
        },
      },
    ],
    users: [
      {
        name,
        user: {
          'client-certificate-data': base64(certificates.admin.cert),
          'client-key-data': base64(certificates.admin.key),
        },
      },
      { name: `${name}-token`, user: { token } },
    ],
    contexts: [
      { name, context: context(name) },
      { name: `${name}-token`, context: context(`${name}-token`) },
    ],
  });
}
