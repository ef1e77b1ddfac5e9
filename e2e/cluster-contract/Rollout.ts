import { aDeployment, PATCH, type DeploymentOptions } from './manifests';
import type {
  Condition,
  Deployment,
  Event,
  List,
  Pod,
  ReplicaSet,
} from './objects';
import type { Scene } from './Scene';

export const REVISION = 'deployment.kubernetes.io/revision';

/** The Deployment `chat` of a scene and what comes of it. */
export class Rollout {
  private constructor(private readonly scene: Scene) {}

  static async begin(
    scene: Scene,
    options: DeploymentOptions = {},
  ): Promise<Rollout> {
    await scene.create('deployments', aDeployment(options));
    return new Rollout(scene);
  }

  /** One that has begun. */
  static of(scene: Scene): Rollout {
    return new Rollout(scene);
  }

  read(): Promise<Deployment> {
    return this.scene.must<Deployment>(this.scene.path('deployments', 'chat'));
  }

  /** Its ReplicaSets, the oldest revision first. */
  async replicaSets(): Promise<ReplicaSet[]> {
    const { items } = await this.scene.must<List<ReplicaSet>>(
      this.scene.path('replicasets'),
    );
    return items.sort((a, b) => revisionOf(a) - revisionOf(b));
  }

  async pods(): Promise<Pod[]> {
    return (await this.scene.must<List<Pod>>(this.scene.path('pods'))).items;
  }

  async events(): Promise<Event[]> {
    return (await this.scene.must<List<Event>>(this.scene.path('events')))
      .items;
  }

  /** A strategic merge patch of the spec. */
  change(spec: object): Promise<Deployment> {
    return this.scene.must<Deployment>(this.scene.path('deployments', 'chat'), {
      method: 'PATCH',
      contentType: PATCH.strategic,
      body: { spec },
    });
  }

  setImage(image: string): Promise<Deployment> {
    return this.change({
      template: { spec: { containers: [{ name: 'app', image }] } },
    });
  }

  /** The Deployment once the controller has seen its spec and `holds` is true. */
  until(
    what: string,
    holds: (deployment: Deployment) => boolean,
  ): Promise<Deployment> {
    return this.scene.eventually(what, async () => {
      const deployment = await this.read();
      return (
        deployment.status.observedGeneration ===
          deployment.metadata.generation &&
        holds(deployment) &&
        deployment
      );
    });
  }

  /** What `kubectl rollout status` waits for, and the controller's own word for it. */
  complete(): Promise<Deployment> {
    return this.until(
      'the rollout is complete',
      deployment =>
        deployment.status.updatedReplicas === deployment.spec.replicas &&
        deployment.status.replicas === deployment.spec.replicas &&
        deployment.status.availableReplicas === deployment.spec.replicas &&
        conditionOf(deployment, 'Progressing')?.reason ===
          'NewReplicaSetAvailable',
    );
  }

  async completeWith(image: string): Promise<Deployment> {
    await this.setImage(image);
    return this.complete();
  }
}

export function conditionOf(
  { status }: { status: { conditions?: Condition[] } },
  type: string,
): Condition | undefined {
  return status.conditions?.find(condition => condition.type === type);
}

/** Status and reason of a condition, e.g. `True NewReplicaSetAvailable`. */
export function judgement(
  object: Parameters<typeof conditionOf>[0],
  type: string,
): string | undefined {
  const condition = conditionOf(object, type);
  return condition && `${condition.status} ${condition.reason}`;
}

export function revisionOf({ metadata }: ReplicaSet | Deployment): number {
  return Number(metadata.annotations?.[REVISION] ?? 0);
}
