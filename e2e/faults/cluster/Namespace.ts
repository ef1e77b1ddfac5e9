import { readFile } from 'node:fs/promises';
import { askApi, type ControlPlane } from '@eks-deploy/control-plane';
import { aDeployment, aRole, aRoleBinding } from './objects';

const APPS = '/apis/apps/v1';
const RBAC = '/apis/rbac.authorization.k8s.io/v1';
/** The ServiceAccount that the portal is. */
export const PORTAL_ACCOUNT = 'portal';

/** What the API server holds of a Workload, as far as a view has to agree with it. */
export interface Truth {
  workload: string;
  uid: string;
  revision: number;
  desired: number;
  ready: number;
  updated: number;
}

interface DeploymentObject {
  metadata: {
    name: string;
    uid: string;
    annotations?: Record<string, string>;
  };
  spec: { replicas: number };
  status: { readyReplicas?: number; updatedReplicas?: number };
}

/** One namespace, asked and changed past every fault. */
export class Namespace {
  constructor(
    private readonly controlPlane: Pick<ControlPlane, 'url' | 'ca' | 'token'>,
    readonly name: string,
  ) {}

  /** Makes it, with two Workloads of the component of its name and an account that may read what the portal needs. */
  async create(): Promise<void> {
    const { name } = this;
    await this.ask('POST', '/api/v1/namespaces', { metadata: { name } });
    await this.ask('POST', `/api/v1/namespaces/${name}/serviceaccounts`, {
      metadata: { name: PORTAL_ACCOUNT },
    });
    await this.ask('POST', `${RBAC}/namespaces/${name}/roles`, aRole());
    await this.ask(
      'POST',
      `${RBAC}/namespaces/${name}/rolebindings`,
      aRoleBinding(name),
    );
    await this.createWorkload('web', 2);
    await this.createWorkload('job', 1);
  }

  async createWorkload(
    workload: string,
    replicas: number,
    images?: string[],
  ): Promise<void> {
    await this.ask(
      'POST',
      this.deployments(),
      aDeployment({ component: this.name, workload, replicas, images }),
    );
  }

  async removeWorkload(workload: string): Promise<void> {
    await this.ask('DELETE', this.deployments(workload));
  }

  async scale(workload: string, replicas: number): Promise<void> {
    await this.patch(this.deployments(workload), { spec: { replicas } });
  }

  async annotate(workload: string, key: string, value: string): Promise<void> {
    await this.patch(this.deployments(workload), {
      metadata: { annotations: { [key]: value } },
    });
  }

  /** The same template with another stamp, as `kubectl rollout restart` has it. */
  async restart(workload: string): Promise<void> {
    const annotations = { restartedAt: new Date().toISOString() };
    await this.patch(this.deployments(workload), {
      spec: { template: { metadata: { annotations } } },
    });
  }

  /** Lets the portal read all it needs but some kinds. */
  async allowAllBut(...kinds: string[]): Promise<void> {
    const { rules, metadata } = aRole(...kinds);
    await this.patch(`${RBAC}/namespaces/${this.name}/roles/${metadata.name}`, {
      rules,
    });
  }

  /** A token of the portal's account, good for an hour. */
  async createToken(): Promise<string> {
    const { status } = await this.ask<{ status: { token: string } }>(
      'POST',
      `/api/v1/namespaces/${this.name}/serviceaccounts/${PORTAL_ACCOUNT}/token`,
      { spec: { expirationSeconds: 3_600 } },
    );
    return status.token;
  }

  /** Of the account that the portal is. */
  async accountUid(): Promise<string> {
    const { metadata } = await this.ask<{ metadata: { uid: string } }>(
      'GET',
      `/api/v1/namespaces/${this.name}/serviceaccounts/${PORTAL_ACCOUNT}`,
    );
    return metadata.uid;
  }

  async truth(): Promise<Truth[]> {
    const { items } = await this.ask<{ items: DeploymentObject[] }>(
      'GET',
      this.deployments(),
    );
    return items.map(({ metadata, spec, status }) => ({
      workload: metadata.name,
      uid: metadata.uid,
      revision: Number(
        metadata.annotations?.['deployment.kubernetes.io/revision'] ?? 0,
      ),
      desired: spec.replicas,
      ready: status.readyReplicas ?? 0,
      updated: status.updatedReplicas ?? 0,
    }));
  }

  /** The text of the API server's answer, a refusal too. */
  async read(path: string): Promise<string> {
    const { text } = await askApi(this.controlPlane, path);
    return text;
  }

  /** How a request is answered that signs in with the token of a file. */
  async statusFor(tokenFile: string): Promise<number> {
    const token = await readFile(tokenFile, 'utf8');
    const { status } = await askApi(
      { ...this.controlPlane, token },
      this.deployments(),
    );
    return status;
  }

  /** Whether the account of a file's token may list pods, as far as the API server knows yet. */
  async mayListPods(tokenFile: string): Promise<boolean> {
    const token = await readFile(tokenFile, 'utf8');
    const { status } = await askApi(
      { ...this.controlPlane, token },
      `/api/v1/namespaces/${this.name}/pods?limit=1`,
    );
    return status === 200;
  }

  private async patch(path: string, body: object): Promise<void> {
    await this.ask('PATCH', path, body, 'application/merge-patch+json');
  }

  private async ask<Body>(
    method: string,
    path: string,
    body?: object,
    contentType?: string,
  ): Promise<Body> {
    const { status, text } = await askApi(this.controlPlane, path, {
      method,
      body,
      contentType,
    });
    if (status >= 300) {
      throw new Error(`${method} ${path} was refused with ${status}: ${text}`);
    }
    return JSON.parse(text) as Body;
  }

  private deployments(name?: string): string {
    return [APPS, 'namespaces', this.name, 'deployments', name]
      .filter(Boolean)
      .join('/');
  }
}
