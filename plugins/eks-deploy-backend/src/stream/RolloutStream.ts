import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  RolloutChange,
  RolloutSnapshot,
  StreamClosed,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { Response } from 'express';
import { toRecheckEnd, type RecheckEnd } from '../permissions';
import type { RecordStore } from '../records';
import type { RolloutReader } from '../rollouts';
import {
  getTargetIdentity,
  type DeployTarget,
  type RefusedTarget,
} from '../targets';
import { EventWriter, type RolloutStreamEvent } from './EventWriter';
import { openEntityView, type EntityView } from './openEntityView';

/** A connection that took nothing for this many heartbeats is dead. */
const HEARTBEATS_BEHIND = 4;
const LONGEST_TIMER_MS = 2 ** 31 - 1;
const SYNCED: RolloutStreamEvent = ['synced', {}];

/** One viewer. */
export interface RolloutStreamRequest {
  response: Response;
  entityRef: string;
  credentials: BackstageCredentials;
  /** The targets as the viewer may see them, found anew on each call; throws when they may see none. */
  listTargets(): Promise<Array<DeployTarget | RefusedTarget>>;
}

/** What a stream reads from, and its times in milliseconds. */
export interface RolloutStreamDeps {
  reader: RolloutReader;
  records: Pick<RecordStore, 'list' | 'subscribe'>;
  heartbeatMs: number;
  rightsMs: number;
}

/** What a viewer may read, as texts that are cheap to keep and to compare. */
interface Rights {
  /** Names of the Environments that the viewer may read. */
  readable: string;
  /** The identity of each target. */
  targets: string;
}

/** The stream of one viewer, from its snapshot to its end. */
export class RolloutStream {
  private readonly writer: EventWriter;
  private readonly timers: NodeJS.Timeout[] = [];
  private view?: EntityView;
  private rights?: Rights;
  private synced = false;
  private ended = false;
  private heartbeatsBehind = 0;

  constructor(
    private readonly deps: RolloutStreamDeps,
    private readonly request: RolloutStreamRequest,
  ) {
    this.writer = new EventWriter(request.response, () => this.sendSnapshot());
  }

  /** Sends headers and snapshot; what is thrown before is the request's answer. */
  async open(): Promise<void> {
    const { response, entityRef, listTargets } = this.request;
    const targets = await listTargets();
    this.rights = toRights(targets);
    this.view = await openEntityView(this.deps, entityRef, targets, change =>
      this.sendChange(change),
    );
    response.once('close', () => this.end());
    if (response.destroyed || this.ended) {
      this.end();
      return;
    }
    this.writer.open();
    this.sendSnapshot();
    this.startTimers();
  }

  /** Tells the viewer why, and ends. */
  close(reason: StreamClosed['reason']): void {
    this.end();
    const { response } = this.request;
    if (this.writer.opened) {
      this.writer.send(['closed', { reason }]);
      response.end();
    } else {
      response.destroy();
    }
  }

  private startTimers(): void {
    const { heartbeatMs, rightsMs } = this.deps;
    const { expiresAt } = this.request.credentials;
    this.timers.push(
      setInterval(() => this.beat(), heartbeatMs),
      setInterval(() => this.checkRights(), rightsMs),
    );
    if (expiresAt) {
      const left = Math.min(expiresAt.getTime() - Date.now(), LONGEST_TIMER_MS);
      this.timers.push(
        setTimeout(() => this.close('credentials-expired'), left),
      );
    }
  }

  private sendSnapshot(): void {
    if (this.view) {
      const snapshot = this.view.current();
      this.synced = isSynced(snapshot);
      this.writer.send(
        ['snapshot', snapshot],
        ...(this.synced ? [SYNCED] : []),
      );
    }
  }

  private sendChange(change: RolloutChange): void {
    if (this.view && this.writer.opened) {
      const syncs = !this.synced && isSynced(this.view.current());
      this.synced ||= syncs;
      this.writer.send(['change', change], ...(syncs ? [SYNCED] : []));
    }
  }

  private beat(): void {
    this.heartbeatsBehind = this.writer.behind ? this.heartbeatsBehind + 1 : 0;
    this.writer.send(['heartbeat', {}]);
    if (this.heartbeatsBehind > HEARTBEATS_BEHIND) {
      this.request.response.destroy();
    }
  }

  /** What can't be checked counts as denied: the viewer connects again, and gets the reason as its answer. */
  private async checkRights(): Promise<void> {
    const end = await this.request
      .listTargets()
      .then(targets => this.compareRights(toRights(targets)), toRecheckEnd);
    if (end && !this.ended) {
      this.close(end);
    }
  }

  private compareRights(found: Rights): RecheckEnd | undefined {
    if (found.readable !== this.rights?.readable) {
      return 'permission-revoked';
    }
    return found.targets === this.rights.targets ? undefined : 'target-changed';
  }

  private end(): void {
    this.ended = true;
    this.timers.splice(0).forEach(clearTimeout);
    this.view?.stop();
    this.view = undefined;
  }
}

/** Whether every cluster has been heard, or tells why not. */
function isSynced({ environments }: RolloutSnapshot): boolean {
  return environments.every(({ state }) => state !== 'syncing');
}

/** Differs as soon as an Environment is allowed or denied, or its target is another one. */
function toRights(targets: Array<DeployTarget | RefusedTarget>): Rights {
  return {
    readable: targets
      .filter(target => !('problem' in target))
      .map(({ environment }) => environment)
      .join(),
    targets: JSON.stringify(
      targets.map(target =>
        'problem' in target ? target.environment : getTargetIdentity(target),
      ),
    ),
  };
}
