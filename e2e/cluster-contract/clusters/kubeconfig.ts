import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access } from 'node:fs/promises';
import { promisify } from 'node:util';
import { findKubectl } from '@eks-deploy/scripts';
import type { ClusterUnderTest } from '../ClusterUnderTest';

const run = promisify(execFile);

interface ConfigView {
  'current-context': string;
  clusters: Array<{
    cluster: { server: string; 'certificate-authority-data'?: string };
  }>;
}

interface NodeList {
  items: Array<{ status: { nodeInfo: { containerRuntimeVersion: string } } }>;
}

/**
 * The cluster of a kubeconfig's current context, whatever way it signs in. Everything that is made in it has a name of
 * its own, and is taken away at the end.
 *
 * @throws Error of kubectl, with nothing left behind.
 */
export async function useKubeconfigCluster(
  kubeconfig: string,
): Promise<ClusterUnderTest> {
  await access(kubeconfig).catch(() => {
    throw new Error(`E2E_KUBECONFIG names ${kubeconfig}, which can't be read.`);
  });
  const command = await findKubectl();
  const kubectl = async (...args: string[]) => {
    const all = ['--kubeconfig', kubeconfig, ...args];
    const { stdout } = await run(command, all, { maxBuffer: 64 * 1024 ** 2 });
    return stdout.trim();
  };
  const view: ConfigView = JSON.parse(
    await kubectl('config', 'view', '--raw', '--minify', '--flatten', '-ojson'),
  );
  const [{ cluster }] = view.clusters;
  const ca = cluster['certificate-authority-data'];
  if (!ca) {
    throw new Error(
      `The context ${view['current-context']} of ${kubeconfig} names no certificate authority: add certificate-authority-data to its cluster.`,
    );
  }
  const nodes: NodeList = JSON.parse(
    await kubectl('get', 'nodes', '--output=json'),
  );
  const name = `eks-deploy-contract-${randomBytes(3).toString('hex')}`;
  const stop = async () => {
    const namespaces = await kubectl('get', 'namespaces', '--output=name');
    const ours = namespaces
      .split('\n')
      .filter(line => line.startsWith(`namespace/${name}`));
    const roles = ['clusterrole', 'clusterrolebinding'].flatMap(kind => [
      `${kind}/${name}-admin`,
      `${kind}/${name}-reader`,
    ]);
    await kubectl(
      'delete',
      '--ignore-not-found',
      '--wait=false',
      ...ours,
      ...roles,
    );
  };
  const createUser = async (user: string, verbs: string) => {
    const full = `${name}-${user}`;
    await kubectl('create', 'serviceaccount', user, `--namespace=${name}`);
    await kubectl(
      'create',
      'clusterrole',
      full,
      `--verb=${verbs}`,
      '--resource=*.*',
    );
    await kubectl(
      'create',
      'clusterrolebinding',
      full,
      `--clusterrole=${full}`,
      `--serviceaccount=${name}:${user}`,
    );
    return kubectl(
      'create',
      'token',
      user,
      `--namespace=${name}`,
      '--duration=1h',
    );
  };
  try {
    await kubectl('create', 'namespace', name);
    return {
      name: view['current-context'],
      url: cluster.server,
      ca: Buffer.from(ca, 'base64').toString(),
      token: await createUser('admin', '*'),
      readOnlyToken: await createUser('reader', 'get,list,watch'),
      kubeconfig,
      namespacePrefix: name,
      simulatesPods: nodes.items.every(({ status }) =>
        status.nodeInfo.containerRuntimeVersion.startsWith('kwok://'),
      ),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
