/**
 * The API requests that EKS Deploy makes to clusters, whichever way they get there.
 *
 * @remarks
 * Paths are those of the Kubernetes API, e.g. `/apis/apps/v1/namespaces/chat/deployments/chat-backend`; selectors and
 * paging go into `query`. Objects come as the API sends them, and their shape is the caller's to know.
 *
 * Errors are those of `@backstage/errors`: `NotFoundError` (404), `ConflictError` (409, and a JSON Patch whose `test`
 * failed), `InputError` (other 4xx that the object is to blame for), `ServiceUnavailableError` (the cluster can't be
 * reached) and its subclass {@link ClusterDeniedError} (it refuses the portal's own role). Their messages name the
 * cluster and what was asked, and never hold the cluster's own answer, which goes to the log.
 *
 * @public
 */
export interface ClusterClient {
  /** Reads one object or list. */
  get<T>(request: ClusterRequest): Promise<T>;
  /**
   * Opens a WATCH and yields its events until the server ends it, the signal aborts it or it fails.
   *
   * @throws {@link ClusterGoneError} when the given resourceVersion is too old.
   */
  watch<T>(
    request: ClusterRequest & { signal: AbortSignal },
  ): AsyncIterable<WatchEvent<T>>;
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
