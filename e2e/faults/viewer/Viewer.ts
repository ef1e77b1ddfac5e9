import { EventEmitter, once } from 'node:events';
import type { RolloutSnapshot } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { PortalApi } from '../../smoke/portalApi';
import { findDoubled, StepsBack } from './invariants';
import {
  DefaultEksDeployApi,
  followRollouts,
  reduceRolloutStream,
  type RolloutStream,
  type RolloutStreamAction,
} from './page';
import { toldOf } from './told';

const LONGEST_WAIT_MS = 100;

/** Someone who looks at a Deploy tab, seeing by the tab's own code what the tab would show. */
export class Viewer {
  /** What was told of the state of things, each sentence once, in its order. */
  readonly told: string[] = [];
  /** What must never happen to a view, and did. */
  readonly breaches: string[] = [];
  private stream: RolloutStream = { phase: 'connecting' };
  private readonly stepsBack = new StepsBack();
  private readonly news = new EventEmitter();
  private controller = new AbortController();

  /** @param api - Asked for with each connection, as a load balancer may choose another replica each time. */
  constructor(
    private readonly api: () => { url: string; api: PortalApi },
    readonly entityRef: string,
  ) {}

  get snapshot(): RolloutSnapshot | undefined {
    return 'snapshot' in this.stream ? this.stream.snapshot : undefined;
  }

  get phase(): RolloutStream['phase'] {
    return this.stream.phase;
  }

  /** Opens the tab, or shows it again. */
  open(): void {
    this.controller = new AbortController();
    const { signal } = this.controller;
    followRollouts({
      connect: options => this.page().streamRollouts(this.entityRef, options),
      read: options => this.page().getRollouts(this.entityRef, options),
      dispatch: action => this.take(action),
      signal,
    }).catch(error =>
      this.breaches.push(`The stream's reader threw: ${error}`),
    );
  }

  /** Hides it for so long that it lets go of its stream. */
  hide(): void {
    this.controller.abort();
    this.take({ type: 'lost' });
  }

  close(): void {
    this.controller.abort();
  }

  /**
   * Waits until what is seen satisfies the condition.
   *
   * @throws Error that says what was waited for and what was seen last.
   */
  async until(
    what: string,
    condition: (
      snapshot: RolloutSnapshot,
      phase: RolloutStream['phase'],
    ) => boolean,
    timeoutMs: number,
  ): Promise<void> {
    const patience = AbortSignal.timeout(timeoutMs);
    while (!(this.snapshot && condition(this.snapshot, this.phase))) {
      if (patience.aborted) {
        throw new Error(
          `${what}: not within ${timeoutMs / 1000} s; seen last (${
            this.phase
          }): ${JSON.stringify(this.snapshot)?.slice(
            0,
            1_500,
          )}; told: ${this.told.join(' → ')}`,
        );
      }
      await this.nextNews();
    }
  }

  /** Waits for a moment at most, as patience runs out without news too. */
  private async nextNews(): Promise<void> {
    const signal = AbortSignal.timeout(LONGEST_WAIT_MS);
    await once(this.news, 'news', { signal }).catch(() => {});
  }

  private page() {
    const { url, api } = this.api();
    const baseUrl = `${url}/api/eks-deploy`;
    return new DefaultEksDeployApi({
      discoveryApi: { getBaseUrl: async () => baseUrl },
      fetchApi: { fetch: api.fetch },
    });
  }

  private take(action: RolloutStreamAction): void {
    const before = this.snapshot;
    this.stream = reduceRolloutStream(this.stream, action);
    const after = this.snapshot;
    if (action.type === 'event' && action.event.type === 'change' && before) {
      this.breaches.push(...findDoubled(before, action.event.data));
    }
    if (after && after !== before) {
      this.breaches.push(...this.stepsBack.find(after));
    }
    const said = toldOf(this.stream);
    if (said !== this.told.at(-1)) {
      this.told.push(said);
    }
    this.news.emit('news');
  }
}
