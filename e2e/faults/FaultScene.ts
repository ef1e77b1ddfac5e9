import { rename, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RolloutSnapshot } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { Namespace, Truth } from './cluster/Namespace';
import { isLive, sorted, timeless, toTruth } from './compareViews';
import type { FaultyPortal } from './portal/startPortal';
import type { FaultProxy } from './proxy/FaultProxy';
import type { Relay } from './proxy/Relay';
import { Viewer } from './viewer/Viewer';
import type { World } from './World';

/** How long anything may take that isn't measured, on a busy machine. */
const PATIENCE_MS = 60_000;
const FEWEST_REPLICAS = 2;
const MOST_REPLICAS = 5;

/** One component with its namespace, seen through proxies of its own. */
export class FaultScene {
  readonly viewer: Viewer;
  private replicas = FEWEST_REPLICAS;

  constructor(
    readonly world: World,
    readonly namespace: Namespace,
    /** One before each of its clusters. */
    readonly proxies: FaultProxy[],
    /** What the portal signs in to its clusters with. */
    readonly tokenFile: string,
    /** What stands before its first proxy, where the fault asks for it. */
    readonly relay?: Relay,
  ) {
    this.viewer = this.newViewer();
  }

  get proxy(): FaultProxy {
    return this.proxies[0];
  }

  get portal(): FaultyPortal {
    return this.world.portal;
  }

  get entityRef(): string {
    return `component:default/${this.namespace.name}`;
  }

  newViewer(portal: () => FaultyPortal = () => this.portal): Viewer {
    return new Viewer(() => {
      const { url, api } = portal();
      return { url, api: api() };
    }, this.entityRef);
  }

  /** Lets the namespace come to be, and the viewer see all of it. */
  async open(): Promise<void> {
    await this.namespace.create();
    await this.renewToken();
    this.viewer.open();
    await this.settle();
  }

  async renewToken(): Promise<void> {
    await this.signInWith(await this.namespace.createToken());
  }

  /** What signs in meanwhile takes the token before or this one, never half of one. */
  async signInWith(token: string): Promise<void> {
    const draft = `${this.tokenFile}.new`;
    await writeFile(draft, token);
    await rename(draft, this.tokenFile);
  }

  /** Changes of every sort: a restart, another number, one deleted and created anew. */
  async disturb(): Promise<void> {
    await this.namespace.restart('web');
    await this.namespace.removeWorkload('job');
    await this.namespace.createWorkload('job', 1);
    await this.mark();
  }

  /** Makes a change; gives what tells whether a view has it. */
  async mark(): Promise<(snapshot: RolloutSnapshot) => boolean> {
    this.replicas =
      this.replicas === MOST_REPLICAS ? FEWEST_REPLICAS : this.replicas + 1;
    const wanted = this.replicas;
    await this.namespace.scale('web', wanted);
    return ({ environments }) =>
      environments.every(({ rollouts }) =>
        rollouts.some(
          ({ workload, status }) =>
            workload === 'web' && status.counts.desired === wanted,
        ),
      );
  }

  /** Milliseconds until the viewer is live and sees a change that is made now. */
  async recover(withinMs: number, viewer = this.viewer): Promise<number> {
    const since = Date.now();
    const isSeen = await this.mark();
    await viewer.until(
      'live again with the newest change',
      (snapshot, phase) =>
        phase === 'live' && isLive(snapshot) && isSeen(snapshot),
      withinMs,
    );
    return Date.now() - since;
  }

  /**
   * Waits until nothing moves and the view is what the API server holds, and what a portal tells that no fault stands
   * before.
   *
   * @throws Error that shows what differs, or which invariant was broken on the way.
   */
  async settle(viewer = this.viewer): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    let difference: string | undefined;
    do {
      await sleep(100);
      difference = await this.findDifference(viewer);
    } while (difference && Date.now() < deadline);
    if (difference) {
      throw new Error(`${difference}; told: ${viewer.told.join(' → ')}`);
    }
    this.assertKept(viewer);
  }

  /** @throws Error if a change was told twice, or the view went back. */
  assertKept(viewer = this.viewer): void {
    if (viewer.breaches.length > 0) {
      throw new Error(viewer.breaches.slice(0, 5).join('; '));
    }
  }

  close(): void {
    this.viewer.close();
  }

  get entityPath() {
    const { name } = this.namespace;
    return { kind: 'component', namespace: 'default', name };
  }

  /** Asks a portal, past every stream. */
  async readSnapshot(
    portal: FaultyPortal,
  ): Promise<RolloutSnapshot | undefined> {
    const { data } = await portal
      .api()
      .eksDeploy.GET('/entities/{kind}/{namespace}/{name}/rollouts', {
        params: { path: this.entityPath },
      });
    return data;
  }

  /** What agreed with a moment that is over agreed with nothing. */
  private async isStill(before: Truth[]): Promise<boolean> {
    const now = await this.namespace.truth();
    return JSON.stringify(sorted(now)) === JSON.stringify(sorted(before));
  }

  private async findDifference(viewer: Viewer): Promise<string | undefined> {
    const { snapshot, phase } = viewer;
    if (!snapshot || phase !== 'live' || !isLive(snapshot)) {
      return `The viewer is ${phase} and sees ${viewer.told.at(-1)}`;
    }
    const truth = await this.namespace.truth();
    const wanted = sorted(truth);
    for (const { environment, rollouts } of snapshot.environments) {
      const seen = sorted(rollouts.map(toTruth));
      if (JSON.stringify(seen) !== JSON.stringify(wanted)) {
        return `Seen in ${environment}: ${JSON.stringify(
          seen,
        )}, true: ${JSON.stringify(wanted)}`;
      }
    }
    const told = JSON.stringify(
      timeless(await this.readSnapshot(this.world.straight)),
    );
    const seen = JSON.stringify(timeless(snapshot));
    if (told === seen && (await this.isStill(truth))) {
      return undefined;
    }
    return told === seen
      ? 'The cluster has not come to rest'
      : `The viewer sees ${seen}, a portal without the fault ${told}`;
  }
}
