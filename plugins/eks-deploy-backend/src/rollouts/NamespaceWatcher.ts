import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ClusterClient } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { NamespaceRows } from './joinRollouts';
import { combineStates } from './reflector/combineStates';
import type { FollowedCluster } from './reflector/FollowedCluster';
import { Reflector } from './reflector/Reflector';
import type { ReflectorState } from './reflector/ReflectorState';
import {
  argoRollouts,
  autoscalers,
  daemonSets,
  deployments,
  ingresses,
  pods,
  replicaSets,
  statefulSets,
  warnings,
} from './reflector/resources';

/** Follows what Rollouts are made of in one namespace of one cluster, for everyone who looks at it. */
export class NamespaceWatcher {
  private readonly listeners = new Set<() => void>();
  /** What no verdict does without: these say how far the view can be trusted. */
  private readonly reflectors;
  /** What tells more where the portal's role may read it, and harms nothing where it may not. */
  private readonly extras;

  constructor(options: {
    clusters: ClusterClient;
    logger: LoggerService;
    cluster: string;
    followed: FollowedCluster;
    namespace: string;
  }) {
    const shared = { ...options, onChange: () => this.notify() };
    this.reflectors = {
      deployments: new Reflector({ ...shared, resource: deployments }),
      replicaSets: new Reflector({ ...shared, resource: replicaSets }),
      pods: new Reflector({ ...shared, resource: pods }),
    };
    const extra = { ...shared, optional: true };
    this.extras = {
      events: new Reflector({ ...extra, resource: warnings }),
      autoscalers: new Reflector({ ...extra, resource: autoscalers }),
      ingresses: new Reflector({ ...extra, resource: ingresses }),
      statefulSets: new Reflector({ ...extra, resource: statefulSets }),
      daemonSets: new Reflector({ ...extra, resource: daemonSets }),
      argoRollouts: new Reflector({ ...extra, resource: argoRollouts }),
    };
  }

  get state(): ReflectorState {
    const state = combineStates(
      Object.values(this.reflectors).map(reflector => reflector.state),
    );
    // Of what is left out of a kind that may be read, there is something to say.
    const extra = Object.values(this.extras).find(
      reflector => reflector.state.state === 'live' && reflector.state.problem,
    );
    return state.state === 'live' && !state.problem
      ? { ...state, problem: extra?.state.problem }
      : state;
  }

  get rows(): NamespaceRows {
    return {
      deployments: this.reflectors.deployments.rows,
      replicaSets: this.reflectors.replicaSets.rows,
      pods: this.reflectors.pods.rows,
      events: this.extras.events.rows,
      autoscalers: this.extras.autoscalers.rows,
      ingresses: this.extras.ingresses.rows,
      statefulSets: this.extras.statefulSets.rows,
      daemonSets: this.extras.daemonSets.rows,
      argoRollouts: this.extras.argoRollouts.rows,
    };
  }

  /** Whether every kind has told what there is, or that it can't be read. */
  get settled(): boolean {
    return this.all.every(({ state }) => state.state !== 'syncing');
  }

  get idle(): boolean {
    return this.listeners.size === 0;
  }

  start(): void {
    this.all.forEach(reflector => reflector.start());
  }

  stop(): void {
    this.all.forEach(reflector => reflector.stop());
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private get all(): Array<
    Pick<Reflector<never, never>, 'start' | 'stop' | 'state'>
  > {
    return [...Object.values(this.reflectors), ...Object.values(this.extras)];
  }

  private notify(): void {
    this.listeners.forEach(listener => listener());
  }
}
