import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ClusterClient } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { NamespaceRows } from './joinRollouts';
import { combineStates } from './reflector/combineStates';
import { Reflector } from './reflector/Reflector';
import type { ReflectorState } from './reflector/ReflectorState';
import { deployments, pods, replicaSets } from './reflector/resources';

/** Follows what Rollouts are made of in one namespace of one cluster, for everyone who looks at it. */
export class NamespaceWatcher {
  private readonly listeners = new Set<() => void>();
  private readonly reflectors;

  constructor(options: {
    clusters: ClusterClient;
    logger: LoggerService;
    cluster: string;
    namespace: string;
  }) {
    const shared = { ...options, onChange: () => this.notify() };
    this.reflectors = {
      deployments: new Reflector({ ...shared, resource: deployments }),
      replicaSets: new Reflector({ ...shared, resource: replicaSets }),
      pods: new Reflector({ ...shared, resource: pods }),
    };
  }

  get state(): ReflectorState {
    return combineStates(
      Object.values(this.reflectors).map(({ state }) => state),
    );
  }

  get rows(): NamespaceRows {
    return {
      deployments: this.reflectors.deployments.rows,
      replicaSets: this.reflectors.replicaSets.rows,
      pods: this.reflectors.pods.rows,
    };
  }

  get idle(): boolean {
    return this.listeners.size === 0;
  }

  start(): void {
    Object.values(this.reflectors).forEach(reflector => reflector.start());
  }

  stop(): void {
    Object.values(this.reflectors).forEach(reflector => reflector.stop());
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private notify(): void {
    this.listeners.forEach(listener => listener());
  }
}
