import { PATCH } from '../../cluster-contract/manifests';
import type { Condition, KubeObject } from '../../cluster-contract/objects';
import type { Scene } from '../../cluster-contract/Scene';

/** What is read of Argo's Rollout. */
export interface RolloutObject extends KubeObject {
  spec: { replicas?: number };
  status?: {
    phase?: string;
    message?: string;
    observedGeneration?: string;
    updatedReplicas?: number;
    availableReplicas?: number;
    currentStepIndex?: number;
    conditions?: Condition[];
  };
}

const LABELS = { app: 'chat' };

/** What a manifest says beyond name, selector and template. */
export interface ArgoRolloutOptions {
  /** Of the pods; of somebody else's template when absent. */
  image?: string;
  templateAnnotations?: Record<string, string>;
  readinessGates?: Array<{ conditionType: string }>;
  strategy: object;
  replicas?: number;
  progressDeadlineSeconds?: number;
  progressDeadlineAbort?: boolean;
  workloadRef?: object;
}

/** The Rollout `chat` of a scene. */
export class ArgoRollout {
  private constructor(private readonly scene: Scene) {}

  static path({ namespace }: Scene, name = ''): string {
    const list = `/apis/argoproj.io/v1alpha1/namespaces/${namespace}/rollouts`;
    return name ? `${list}/${name}` : list;
  }

  /** Of two pods, unless told otherwise. */
  static async begin(
    scene: Scene,
    options: ArgoRolloutOptions,
  ): Promise<ArgoRollout> {
    const {
      image = 'example.com/chat:1',
      templateAnnotations,
      readinessGates,
      workloadRef,
      ...spec
    } = options;
    const template = {
      metadata: { labels: LABELS, annotations: templateAnnotations },
      spec: { containers: [{ name: 'app', image }], readinessGates },
    };
    await scene.must(ArgoRollout.path(scene), {
      method: 'POST',
      body: {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Rollout',
        metadata: { name: 'chat' },
        spec: {
          replicas: 2,
          selector: { matchLabels: LABELS },
          ...(workloadRef ? { workloadRef } : { template }),
          ...spec,
        },
      },
    });
    return new ArgoRollout(scene);
  }

  change(spec: object): Promise<unknown> {
    return this.scene.must(ArgoRollout.path(this.scene, 'chat'), {
      method: 'PATCH',
      contentType: PATCH.merge,
      body: { spec },
    });
  }

  setImage(image: string): Promise<unknown> {
    const containers = [{ name: 'app', image }];
    return this.change({ template: { spec: { containers } } });
  }

  /** Waits until the controller has seen the spec and says this of it. */
  async is(
    phase: string,
    message: RegExp = /^/,
    holds: (status: NonNullable<RolloutObject['status']>) => boolean = () =>
      true,
  ): Promise<void> {
    let said = '';
    await this.scene
      .eventually(`it is ${phase}`, async () => {
        const { metadata, status = {} } = await this.scene.must<RolloutObject>(
          ArgoRollout.path(this.scene, 'chat'),
        );
        said = `${status.phase} - ${status.message}`;
        return (
          status.observedGeneration === String(metadata.generation) &&
          status.phase === phase &&
          message.test(status.message ?? '') &&
          holds(status)
        );
      })
      .catch(error => {
        throw new Error(`${error.message} It is ${said}.`);
      });
  }
}
