import type { SandboxCluster } from '@eks-deploy/sandbox';
import { FaultProxy } from '../../faults/proxy/FaultProxy';
import { recordWrites, type Recorder } from './recordWrites';

const APPS = '/apis/apps/v1';

/** As much of an object as is written here. */
export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  [field: string]: unknown;
}

/** A cluster of the sandbox, which the portal reaches past a proxy and the attacker's kubectl past another. */
export class AttackedCluster {
  private constructor(
    private readonly token: string,
    /** Between the portal and the cluster. */
    readonly portal: Recorder,
    private readonly own: FaultProxy,
  ) {}

  static async start({
    url,
    ca,
    token,
  }: SandboxCluster): Promise<AttackedCluster> {
    return new AttackedCluster(
      token,
      await recordWrites({ url, ca }),
      await FaultProxy.start({ url, ca }),
    );
  }

  async stop(): Promise<void> {
    await this.portal.proxy.stop();
    await this.own.stop();
  }

  /** Applies as `kubectl apply` does, by somebody who may. */
  async apply(manifest: Manifest): Promise<void> {
    await this.ask(
      `${pathOf(manifest)}?fieldManager=attack&force=true`,
      'PATCH',
      manifest,
    );
  }

  async remove(manifest: Manifest): Promise<void> {
    await this.ask(pathOf(manifest), 'DELETE');
  }

  /** Of a Deployment: when its pods were restarted last, and what its first container runs. */
  async readDeployment(
    namespace: string,
    name: string,
  ): Promise<{ restartedAt?: string; image: string; revision: number }> {
    const { metadata, spec } = await this.ask<{
      metadata: { annotations?: Record<string, string> };
      spec: {
        template: {
          metadata: { annotations?: Record<string, string> };
          spec: { containers: Array<{ image: string }> };
        };
      };
    }>(`${APPS}/namespaces/${namespace}/deployments/${name}`);
    const { annotations } = spec.template.metadata;
    return {
      restartedAt: annotations?.['kubectl.kubernetes.io/restartedAt'],
      image: spec.template.spec.containers[0].image,
      revision: Number(
        metadata.annotations?.['deployment.kubernetes.io/revision'],
      ),
    };
  }

  /** How many changes the portal sent to a namespace. */
  countWrites(namespace: string): number {
    const folder = `/namespaces/${namespace}/`;
    return this.portal.writes.filter(({ url }) => url.pathname.includes(folder))
      .length;
  }

  private async ask<T>(
    path: string,
    method = 'GET',
    body?: object,
  ): Promise<T> {
    const answer = await fetch(`${this.own.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        'content-type': 'application/apply-patch+yaml',
      },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok && !(method === 'DELETE' && answer.status === 404)) {
      throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    }
    return JSON.parse(text) as T;
  }
}

function pathOf({ apiVersion, kind, metadata }: Manifest): string {
  const { name, namespace } = metadata;
  const api = apiVersion === 'v1' ? '/api/v1' : `/apis/${apiVersion}`;
  const scope = namespace === undefined ? '' : `/namespaces/${namespace}`;
  return `${api}${scope}/${kind.toLowerCase()}s/${name}`;
}

/** A Deployment that runs one container, labelled as a tier of a component. */
export function aDeployment(options: {
  name: string;
  namespace: string;
  kubernetesId?: string;
  image: string;
  replicas?: number;
}): Manifest {
  const { name, namespace, kubernetesId, image, replicas = 1 } = options;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      ...{ name, namespace },
      labels: {
        ...(kubernetesId && { 'backstage.io/kubernetes-id': kubernetesId }),
        'app.kubernetes.io/component': 'backend',
      },
    },
    spec: {
      replicas,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: { containers: [{ name: 'app', image }] },
      },
    },
  };
}
