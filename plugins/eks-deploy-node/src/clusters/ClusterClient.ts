/**
 * The API requests that EKS Deploy makes to clusters, whichever way they get there.
 *
 * @remarks
 * Paths are those of the Kubernetes API, e.g. `/apis/apps/v1/namespaces/chat/deployments/chat-backend`; selectors and
 * paging go into `query`. Objects come as the API sends them, and their shape is the caller's to know.
 *
 * Errors are those of `@backstage/errors`: `NotFoundError` (404), `ConflictError` (409, and a JSON Patch whose `test`
 * failed), `InputError` (other 4xx), `ServiceUnavailableError` (the cluster can't be
 * reached) and its subclasses {@link ClusterDeniedError} (it refuses the portal's own role) and {@link ClusterBusyError}
 * (429). A write that is rejected for what is in it gives {@link ClusterRejectedError}, and one that may have been made or
 * not {@link OutcomeUnknownError}. Their messages name the cluster and what was asked; of the cluster's own answer, which
 * goes to the log, the first time of several alike, they quote only why admission denies a write, by `redactMessage`.
 *
 * @public
 */
export interface ClusterClient {
  /** Reads one object, of at most 16 MB; lists are read by `list`. */
  get<T>(request: ClusterRequest): Promise<T>;
  /**
   * Reads one page of a list, item by item as they come, so that the page as a whole is never held.
   *
   * @remarks
   * `onItem` is called with each object and its size in bytes; what it throws ends the request and is thrown.
   *
   * An object of more than 16 MB is left out, counted as `skipped`, and the log says so. After an error the items given so far are worth
   * nothing.
   *
   * @throws {@link ClusterGoneError} when the given `continue` is too old.
   */
  list<T>(
    request: ClusterRequest & { onItem: (item: T, bytes: number) => void },
  ): Promise<ListPage>;
  /**
   * Opens a WATCH; its events come until the server ends it or falls silent, the signal aborts it or it fails.
   *
   * @remarks
   * `idleMs` is the longest silence, 150 s by default. With `sendInitialEvents` in the query they begin with the list, which may be silent no longer than a LIST.
   *
   * @returns once the server has agreed to it, or, behind a proxy that holds that back, has not refused it for a second;
   * what is returned has to be iterated.
   * @throws {@link ClusterGoneError} when the given resourceVersion is too old, or an event has more than 16 MB.
   */
  watch<T>(
    request: ClusterRequest & { signal: AbortSignal; idleMs?: number },
  ): Promise<AsyncIterable<WatchEvent<T>>>;
  /**
   * Reads text line by line, e.g. a container's log, until the server ends it, the signal aborts it or it fails.
   *
   * @remarks
   * Empty lines are left out. Of a line of more than 64 kB the first 64 kB are given as soon as they are there, and the rest
   * is skipped; after 256 MB without a line feed it fails. The text is a program's own: nothing of it may reach our log.
   */
  lines(
    request: ClusterRequest & { signal: AbortSignal },
  ): AsyncIterable<string>;
  /** Sends a JSON Patch (RFC 6902) and returns the object as it is then. */
  patch<T>(request: ClusterRequest & { patch: JsonPatch }): Promise<T>;
}

/**
 * One request to one cluster.
 *
 * @public
 */
export interface ClusterRequest {
  /** Name of a cluster that the Kubernetes plugin is configured with. */
  cluster: string;
  /** Of the Kubernetes API, without the query. */
  path: string;
  /** Selectors and paging. */
  query?: Record<string, string>;
  /** Ends the request. */
  signal?: AbortSignal;
}

/**
 * What a page of a list says of itself.
 *
 * @public
 */
export interface ListPage {
  /** The version that the list shows, from which to watch on. */
  resourceVersion: string;
  /** To be asked for as `continue` for the next page; absent with the last. */
  next?: string;
  /** How many objects of it were left out for being too long; none by default. */
  skipped?: number;
}

/**
 * An event of a WATCH; BOOKMARK objects hold no more than a resourceVersion.
 *
 * @public
 */
export interface WatchEvent<T> {
  /** What happened to the object. */
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK';
  /** As it is then, or was last. */
  object: T;
}

/**
 * Operations of a JSON Patch, RFC 6902.
 *
 * @public
 */
export type JsonPatch = Array<
  | { op: 'test' | 'add' | 'replace'; path: string; value: unknown }
  | { op: 'remove'; path: string }
>;
