import { ResponseError } from '@backstage/errors';
import {
  ANNOTATION_KUBERNETES_ID,
  type DeploymentRecord,
  type Revision,
  type Rollout,
  type RolloutSnapshot,
  type WorkloadPod,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { ClusterUnderTest } from '../cluster-contract/ClusterUnderTest';
import { openNamespace } from '../cluster-contract/openNamespace';
import { Scene, type Plural } from '../cluster-contract/Scene';
import { Viewer } from '../faults/viewer/Viewer';
import type { PortalApi } from '../smoke/portalApi';
import { componentOf, namespaceOf } from './components';

const WORKLOAD =
  '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}';

const OPEN_MS = 60_000;

const REASON = 'to see what comes of it';

/** A portal that runs, as somebody who is signed in to it. */
export interface SignedIn {
  url: string;
  api: PortalApi;
}

/** How the portal answers a command. */
export interface CommandAnswer {
  status: number;
  /** Why it was not carried out. */
  refusal?: string;
}

/** What is told of the Workload `chat`. */
export interface Shown {
  /** How far it can be trusted, e.g. `live`. */
  state: string;
  /** None where there is none, or nothing is known of it yet. */
  rollout?: Rollout;
}

/** A state's namespace, whose Deployment `chat` is a component that a portal shows. */
export class PortalScene extends Scene {
  /** Has the component's Deploy tab open. */
  readonly viewer: Viewer;
  private readonly component: string;
  private readonly environment: string;

  constructor(
    options: { cluster: ClusterUnderTest; environment: string; state: string },
    private readonly portal: SignedIn,
  ) {
    const { cluster, environment, state } = options;
    super(cluster, namespaceOf(state));
    this.environment = environment;
    this.component = componentOf(state, environment);
    const entityRef = `component:default/${this.component}`;
    this.viewer = new Viewer(() => portal, entityRef);
  }

  /** Deployments are the component's. */
  override create<Body>(plural: Plural, body: Manifest): Promise<Body> {
    const { metadata } = body;
    const labels = {
      ...metadata.labels,
      [ANNOTATION_KUBERNETES_ID]: this.component,
    };
    return super.create<Body>(
      plural,
      plural === 'deployments'
        ? { ...body, metadata: { ...metadata, labels } }
        : body,
    );
  }

  /** Makes the namespace, and opens the tab on it while it is empty. */
  async open(): Promise<void> {
    await openNamespace(this);
    this.viewer.open();
    await this.viewer.until(
      'the tab is live',
      (snapshot, phase) =>
        phase === 'live' && findOnly(snapshot).state === 'live',
      OPEN_MS,
    );
  }

  /** What the portal answers when it is asked what runs. */
  async askPortal(): Promise<Shown> {
    const { data } = await this.portal.api.eksDeploy.GET(
      '/entities/{kind}/{namespace}/{name}/rollouts',
      { params: { path: this.entityPath } },
    );
    return data ? findOnly(data) : { state: 'no answer' };
  }

  /** What the open tab shows. */
  get tab(): Shown {
    const { snapshot, phase } = this.viewer;
    return snapshot && phase === 'live' ? findOnly(snapshot) : { state: phase };
  }

  async listRevisions(): Promise<Revision[]> {
    const { data } = await this.portal.api.eksDeploy.GET(
      `${WORKLOAD}/revisions`,
      { params: { path: this.workloadPath } },
    );
    return data?.items ?? [];
  }

  async listPods(): Promise<WorkloadPod[]> {
    const { data } = await this.portal.api.eksDeploy.GET(`${WORKLOAD}/pods`, {
      params: { path: this.workloadPath },
    });
    return data?.items ?? [];
  }

  /** The component's newest Deployment record. */
  async readLastRecord(): Promise<DeploymentRecord | undefined> {
    const { data } = await this.portal.api.eksDeploy.GET(
      '/entities/{kind}/{namespace}/{name}/records',
      { params: { path: this.entityPath } },
    );
    return data?.items[0];
  }

  rollBack(fromRevision: number, toRevision: number): Promise<CommandAnswer> {
    return toAnswer(
      this.portal.api.eksDeploy.POST(`${WORKLOAD}/rollback`, {
        params: { path: this.workloadPath },
        body: { fromRevision, toRevision, reason: REASON },
      }),
    );
  }

  restart(fromRevision: number): Promise<CommandAnswer> {
    return toAnswer(
      this.portal.api.eksDeploy.POST(`${WORKLOAD}/restart`, {
        params: { path: this.workloadPath },
        body: { fromRevision, reason: REASON },
      }),
    );
  }

  private get entityPath() {
    return {
      kind: 'component',
      namespace: 'default',
      name: this.component,
    };
  }

  private get workloadPath() {
    const { entityPath, environment } = this;
    return { ...entityPath, environment, workload: 'chat' };
  }
}

async function toAnswer(
  asking: Promise<{ response: { status: number } }>,
): Promise<CommandAnswer> {
  try {
    const { response } = await asking;
    return { status: response.status };
  } catch (error) {
    if (!(error instanceof ResponseError)) {
      throw error;
    }
    return { status: error.statusCode, refusal: error.body.error.message };
  }
}

interface Manifest {
  metadata: { name?: string; labels?: Record<string, string> };
}

/** @throws Error if more is shown than the Workload that there is. */
function findOnly({ environments }: RolloutSnapshot): Shown {
  const [{ state, rollouts }] = environments;
  if (rollouts.length > 1) {
    throw new Error(
      `${rollouts.length} Rollouts are shown: ${rollouts
        .map(({ workload, uid }) => `${workload} (${uid})`)
        .join(', ')}.`,
    );
  }
  return { state, rollout: rollouts[0] };
}
