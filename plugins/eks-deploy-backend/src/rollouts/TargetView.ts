import type {
  EnvironmentRollouts,
  RolloutChange,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { DeployTarget } from '../targets';
import { getChanges } from './getChanges';
import { getNextLookMs } from './getNextLookMs';
import type { NamespaceWatchers } from './NamespaceWatchers';
import { toEnvironmentRollouts } from './toEnvironmentRollouts';

/** A controller writes many objects for a Rollout: the first is told at once, what follows within this time as one. */
const COALESCE_MS = 100;
/** After so long a namespace for which there was no room is tried again. */
const REFUSED_MS = 30_000;

type Listener = (changes: RolloutChange[]) => void;

/** One view of a DeployTarget for all who look at it, so that a change is worked out once however many they are. */
export class TargetView {
  private readonly listeners = new Set<Listener>();
  private watched: ReturnType<NamespaceWatchers['acquire']>;
  private told: EnvironmentRollouts;
  private toldAt = -Infinity;
  private pending?: NodeJS.Timeout;
  private look?: NodeJS.Timeout;

  constructor(
    private readonly target: DeployTarget,
    private readonly watchers: NamespaceWatchers,
  ) {
    this.watched = this.acquire();
    this.told = this.view();
    this.lookAgain();
  }

  /** The view that the changes told so far lead to. */
  get current(): EnvironmentRollouts {
    return this.told;
  }

  get idle(): boolean {
    return this.listeners.size === 0;
  }

  /** Tells what is not told yet first: who comes now begins with that. */
  subscribe(listener: Listener): () => void {
    if (this.pending) {
      this.tell();
    }
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  stop(): void {
    clearTimeout(this.pending);
    clearTimeout(this.look);
    this.watched.release();
  }

  /** The rows have changed: tells a first change at once, and a burst in steps. */
  private refresh(): void {
    const left = this.toldAt + COALESCE_MS - performance.now();
    this.pending ??= setTimeout(() => this.tell(), Math.max(0, left));
  }

  private acquire(): ReturnType<NamespaceWatchers['acquire']> {
    return this.watchers.acquire(this.target, () => this.refresh());
  }

  private tell(): void {
    clearTimeout(this.pending);
    this.pending = undefined;
    if (this.watched.watcher.refused) {
      this.watched = this.acquire();
    }
    this.lookAgain();
    const now = this.view();
    const changes = getChanges(this.told, now);
    this.told = now;
    if (changes.length > 0) {
      this.toldAt = performance.now();
      this.listeners.forEach(listener => listener(changes));
    }
  }

  private lookAgain(): void {
    clearTimeout(this.look);
    const { refused, rows } = this.watched.watcher;
    const ms = refused
      ? REFUSED_MS
      : getNextLookMs(rows.pods, new Date(), rows.deployments);
    this.look =
      ms === undefined ? undefined : setTimeout(() => this.tell(), ms).unref();
  }

  private view(): EnvironmentRollouts {
    const { rows, state } = this.watched.watcher;
    return toEnvironmentRollouts(this.target, rows, state);
  }
}
