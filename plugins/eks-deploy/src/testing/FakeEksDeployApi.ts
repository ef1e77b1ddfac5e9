import { ResponseError } from '@backstage/errors';
import type {
  DeploymentRecord,
  EcrImage,
  EksCluster,
  RedeployRequest,
  RestartRequest,
  Revision,
  RevisionDiff,
  RollbackRequest,
  RolloutChange,
  RolloutSnapshot,
  WorkloadEvent,
  WorkloadPod,
  WorkloadPodList,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type {
  EksDeployApi,
  LogQuery,
  LogStreamEvent,
  RolloutStreamEvent,
  WorkloadRef,
} from '../api';
import { EventQueue } from './EventQueue';
import { aRecord } from './fixtures';

type Sent =
  | ({ command: 'restart' } & WorkloadRef & RestartRequest)
  | ({ command: 'rollback' } & WorkloadRef & RollbackRequest)
  | ({ command: 'redeploy' } & WorkloadRef & RedeployRequest);

/** An {@link EksDeployApi} in memory, for tests and demonstrations: give it content, then tell it what changes. */
export class FakeEksDeployApi implements EksDeployApi {
  snapshot: RolloutSnapshot | undefined;
  /** All of them, newest first, as they are read page by page. */
  records: DeploymentRecord[] = [];
  /** Whether streams deliver nothing, as behind a proxy that buffers. */
  holdsStreams = false;
  revisions: Revision[] = [];
  images: EcrImage[] = [];
  pods: WorkloadPod[] = [];
  unread?: WorkloadPodList['unread'];
  events: WorkloadEvent[] = [];
  changes: RevisionDiff['changes'] = [];
  /** Which Revisions were compared, in order. */
  readonly askedDiffs: Array<{ revision: number; against?: number }> = [];
  logs: LogStreamEvent[] = [];
  /** Which logs were asked for, in order. */
  readonly askedLogs: LogQuery[] = [];
  clusters: EksCluster[] = [];
  /** Thrown by whatever is asked next. */
  error: Error | undefined;
  /** Thrown in answer to requests for logs while it is set. */
  logsError: Error | undefined;
  /** The commands that were given, in order. */
  readonly sent: Sent[] = [];
  readonly #streams = new Set<EventQueue<RolloutStreamEvent | 'end'>>();

  constructor(snapshot?: RolloutSnapshot) {
    this.snapshot = snapshot;
  }

  async listEksClusters() {
    return this.#answer(this.clusters);
  }

  async listRecords(
    _entityRef: string,
    { cursor = '0', limit = 20 }: { cursor?: string; limit?: number } = {},
  ) {
    const start = Number(cursor);
    const end = start + limit;
    return this.#answer({
      items: this.records.slice(start, end),
      nextCursor: end < this.records.length ? String(end) : undefined,
    });
  }

  async listRevisions() {
    return this.#answer(this.revisions);
  }

  async getRevisionDiff(
    _ref: WorkloadRef,
    asked: { revision: number; against?: number },
  ) {
    this.askedDiffs.push(asked);
    const { revision, against = 0 } = asked;
    const { changes } = this;
    return this.#answer({ from: against, to: revision, changes });
  }

  async listPods() {
    return this.#answer({ items: this.pods, unread: this.unread });
  }

  async listEvents() {
    return this.#answer(this.events);
  }

  async *streamLogs(
    _ref: WorkloadRef,
    query: LogQuery,
  ): AsyncGenerator<LogStreamEvent> {
    this.askedLogs.push(query);
    if (this.logsError) {
      throw this.logsError;
    }
    yield* this.#answer(this.logs);
  }

  async listImages() {
    return this.#answer(this.images);
  }

  async restart(ref: WorkloadRef, request: RestartRequest) {
    return this.#accept({ command: 'restart', ...ref, ...request });
  }

  async rollback(ref: WorkloadRef, request: RollbackRequest) {
    return this.#accept({ command: 'rollback', ...ref, ...request });
  }

  async redeploy(ref: WorkloadRef, request: RedeployRequest) {
    return this.#accept({ command: 'redeploy', ...ref, ...request });
  }

  async getRollouts(
    _entityRef: string,
    _options: { signal: AbortSignal },
  ): Promise<RolloutSnapshot> {
    return this.#answer(this.snapshot ?? { environments: [], records: [] });
  }

  async *streamRollouts(
    _entityRef: string,
    { signal }: { signal: AbortSignal },
  ): AsyncGenerator<RolloutStreamEvent> {
    this.#answer(undefined);
    const queue = new EventQueue<RolloutStreamEvent | 'end'>();
    const end = () => queue.push('end');
    this.#streams.add(queue);
    signal.addEventListener('abort', end);
    if (this.snapshot && !this.holdsStreams) {
      queue.push({ type: 'snapshot', data: this.snapshot });
      queue.push({ type: 'synced', data: {} });
    }
    try {
      for (;;) {
        const event = await queue.next();
        if (event === 'end') {
          return;
        }
        yield event;
      }
    } finally {
      this.#streams.delete(queue);
      signal.removeEventListener('abort', end);
    }
  }

  get openStreams() {
    return this.#streams.size;
  }

  tell(event: RolloutStreamEvent) {
    this.#streams.forEach(queue => queue.push(event));
  }

  tellChange(change: RolloutChange) {
    this.tell({ type: 'change', data: change });
  }

  /** Ends every stream without a word, as a broken connection does. */
  breakStreams() {
    this.#streams.forEach(queue => queue.push('end'));
  }

  #answer<T>(value: T): T {
    if (this.error) {
      throw this.error;
    }
    return value;
  }

  #accept(sent: Sent): DeploymentRecord {
    this.sent.push(sent);
    const { command, entityRef, environment, workload } = sent;
    return this.#answer(
      aRecord({
        id: `00000000-0000-4000-8000-${String(this.sent.length).padStart(
          12,
          '9',
        )}`,
        command,
        entityRef,
        environment,
        workload,
        status: 'running',
        requestedAt: new Date().toISOString(),
        endedAt: undefined,
        reason: sent.reason,
        fromRevision: sent.fromRevision,
        toRevision: command === 'rollback' ? sent.toRevision : undefined,
        image: command === 'redeploy' ? sent.image : undefined,
      }),
    );
  }
}

/** What the client throws for an answer of the backend such as 409. */
export function aResponseError(
  status: number,
  name: string,
  message: string,
  fields: object = {},
): Promise<ResponseError> {
  const body = JSON.stringify({
    error: { name, message, ...fields },
    response: { statusCode: status },
  });
  return ResponseError.fromResponse({
    ok: false,
    redirected: false,
    status,
    statusText: name,
    type: 'basic',
    url: 'http://localhost:7007/api/eks-deploy',
    headers: new Headers({ 'content-type': 'application/json' }),
    text: async () => body,
  });
}
