import { ConflictError, InputError } from '@backstage/errors';
import type {
  ClusterClient,
  ClusterRequest,
  WatchEvent,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { listAll } from '../../workloads';
import type { Row } from '../rows';
import type { FollowedCluster } from './FollowedCluster';
import { isOlderVersion } from './isOlderVersion';
import { readInitialEvents } from './readInitialEvents';
import type { VersionedRow } from './RowStore';

/** As much of an object as is needed to follow it. */
export interface FollowedObject {
  metadata?: {
    uid?: string;
    name?: string;
    resourceVersion?: string;
    annotations?: Record<string, string>;
  };
}

/** What is told of a kind of object: what there is, that changes are heard from now on, and each of them. */
export type Told<Item, Kept extends Row> =
  | {
      type: 'LIST';
      kept: Array<VersionedRow<Kept>>;
      /** How many were left out as too long. */
      skipped: number;
      /** Whether there are more than are kept. */
      overflowed: boolean;
    }
  | { type: 'OPEN' }
  | WatchEvent<Item>;

/** Lists one kind of object and then watches it, going on from where it was for as long as that works. */
export class ListWatch<Item extends FollowedObject, Kept extends Row> {
  private version?: string;
  private listsNext = false;

  constructor(
    private readonly options: {
      clusters: ClusterClient;
      followed: FollowedCluster;
      request: ClusterRequest;
      /** The rows to keep of an object of a list. */
      toRows: (object: Item) => Array<VersionedRow<Kept>>;
      /** Most rows to keep of a list. */
      most: number;
      /** Longest silence of the WATCH, in milliseconds. */
      idleMs?: number;
    },
  ) {}

  /** Whether the next WATCH goes on from where the last one was. */
  get goesOn(): boolean {
    return this.version !== undefined;
  }

  /** The next WATCH is to begin with a list. */
  forget(): void {
    this.version = undefined;
  }

  /** What is told until the server ends the WATCH; throws what a ClusterClient throws. */
  async *follow(signal: AbortSignal): AsyncGenerator<Told<Item, Kept>> {
    if (this.version === undefined) {
      const { list, events } = await this.options.followed.list(() =>
        this.readList(signal),
      );
      yield list;
      if (events) {
        yield { type: 'OPEN' };
        yield* this.keepVersions(events);
        return;
      }
    }
    const events = await this.watch(signal, {
      resourceVersion: this.version ?? '',
    });
    yield { type: 'OPEN' };
    yield* this.keepVersions(events);
  }

  /** The list, with the rest of the WATCH that began with it if one did. */
  private async readList(signal: AbortSignal) {
    signal.throwIfAborted();
    const streamed = await this.streamList(signal);
    return streamed ?? { list: await this.list(signal), events: undefined };
  }

  /** A WATCH that begins with the list; none where the API server knows no such thing. */
  private async streamList(signal: AbortSignal) {
    const { followed } = this.options;
    const rows = this.createTaker();
    if (!followed.streamsLists || this.listsNext) {
      return undefined;
    }
    // Should it fail: a LIST leaves out an object that is too long, and may be allowed where a WATCH is not.
    this.listsNext = true;
    try {
      const events = await this.watch(signal, {
        sendInitialEvents: 'true',
        resourceVersionMatch: 'NotOlderThan',
      });
      const iterator = events[Symbol.asyncIterator]();
      const list = await readInitialEvents(iterator, rows.take);
      return {
        list: this.takeList(list, rows.overflowed()),
        events: { [Symbol.asyncIterator]: () => iterator },
      };
    } catch (error) {
      // A 422 without its causes is taken for a conflict.
      if (error instanceof InputError || error instanceof ConflictError) {
        followed.streamsLists = false;
        return undefined;
      }
      throw error;
    }
  }

  private async list(signal: AbortSignal) {
    const { clusters, request } = this.options;
    const rows = this.createTaker();
    const list = await listAll(clusters, { ...request, signal }, rows.take);
    return this.takeList(list, rows.overflowed());
  }

  /** Takes the rows of one list, of very many only the first. */
  private createTaker() {
    const { toRows, most } = this.options;
    let left = most;
    let overflowed = false;
    return {
      take: (object: Item) => {
        overflowed ||= left <= 0;
        const rows = left > 0 ? toRows(object) : [];
        left -= rows.length;
        return rows;
      },
      overflowed: () => overflowed,
    };
  }

  private takeList(
    list: {
      kept: Array<VersionedRow<Kept>>;
      resourceVersion: string;
      skipped?: number;
    },
    overflowed: boolean,
  ) {
    this.version = list.resourceVersion;
    this.listsNext = false;
    const { kept, skipped = 0 } = list;
    return { type: 'LIST' as const, kept, skipped, overflowed };
  }

  private watch(signal: AbortSignal, query: Record<string, string>) {
    const { clusters, followed, request } = this.options;
    return clusters.watch<Item>({
      ...request,
      query: {
        ...request.query,
        ...query,
        timeoutSeconds: String(240 + Math.floor(followed.random() * 240)),
      },
      signal,
      idleMs: this.options.idleMs,
    });
  }

  /** Going on from an older version would tell again what was told. */
  private async *keepVersions(events: AsyncIterable<WatchEvent<Item>>) {
    for await (const event of events) {
      const { resourceVersion } = event.object.metadata ?? {};
      if (resourceVersion && !isOlderVersion(resourceVersion, this.version)) {
        this.version = resourceVersion;
      }
      yield event;
    }
  }
}
