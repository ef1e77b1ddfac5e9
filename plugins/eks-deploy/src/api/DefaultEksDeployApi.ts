import { parseEntityRef } from '@backstage/catalog-model';
import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import {
  createEksDeployClient,
  type DeploymentRecordPage,
  type EksDeployClient,
  type RedeployRequest,
  type RestartRequest,
  type RollbackRequest,
  type RolloutSnapshot,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { createRequestFetch } from './createRequestFetch';
import type {
  EksDeployApi,
  LogQuery,
  LogStreamEvent,
  RolloutStreamEvent,
  WorkloadRef,
} from './EksDeployApi';
import { readLogStream } from './readLogStream';
import { readRolloutStream } from './readRolloutStream';

/**
 * The {@link EksDeployApi} over HTTP.
 *
 * @public
 */
export class DefaultEksDeployApi implements EksDeployApi {
  readonly #discoveryApi: DiscoveryApi;
  readonly #fetchApi: FetchApi;

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  /** {@inheritDoc EksDeployApi.listEksClusters} */
  async listEksClusters() {
    const client = await this.#client();
    const { items } = await bodyOf(client.GET('/eks-clusters'));
    return items;
  }

  /** {@inheritDoc EksDeployApi.getRollouts} */
  async getRollouts(
    entityRef: string,
    options: { signal: AbortSignal },
  ): Promise<RolloutSnapshot> {
    const client = await this.#client();
    return bodyOf(
      client.GET('/entities/{kind}/{namespace}/{name}/rollouts', {
        params: { path: parseEntityRef(entityRef) },
        signal: options.signal,
      }),
    );
  }

  /** {@inheritDoc EksDeployApi.streamRollouts} */
  async *streamRollouts(
    entityRef: string,
    options: { signal: AbortSignal },
  ): AsyncGenerator<RolloutStreamEvent> {
    const client = await this.#client();
    const body = await bodyOf(
      client.GET('/entities/{kind}/{namespace}/{name}/rollouts/stream', {
        params: { path: parseEntityRef(entityRef) },
        headers: { Accept: 'text/event-stream' },
        parseAs: 'stream',
        signal: options.signal,
      }),
    );
    yield* readRolloutStream(body);
  }

  /** {@inheritDoc EksDeployApi.listRecords} */
  async listRecords(
    entityRef: string,
    query: { cursor?: string; limit?: number } = {},
  ): Promise<DeploymentRecordPage> {
    const client = await this.#client();
    return bodyOf(
      client.GET('/entities/{kind}/{namespace}/{name}/records', {
        params: { path: parseEntityRef(entityRef), query },
      }),
    );
  }

  /** {@inheritDoc EksDeployApi.listRevisions} */
  async listRevisions(ref: WorkloadRef) {
    const client = await this.#client();
    const { items } = await bodyOf(
      client.GET(
        '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/revisions',
        { params: { path: toPath(ref) } },
      ),
    );
    return items;
  }

  /** {@inheritDoc EksDeployApi.getRevisionDiff} */
  async getRevisionDiff(
    ref: WorkloadRef,
    { revision, against }: { revision: number; against?: number },
  ) {
    const client = await this.#client();
    return bodyOf(
      client.GET(
        '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/revisions/{revision}/diff',
        { params: { path: { ...toPath(ref), revision }, query: { against } } },
      ),
    );
  }

  /** {@inheritDoc EksDeployApi.listPods} */
  async listPods(ref: WorkloadRef) {
    const client = await this.#client();
    return bodyOf(
      client.GET(
        '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/pods',
        { params: { path: toPath(ref) } },
      ),
    );
  }

  /** {@inheritDoc EksDeployApi.listEvents} */
  async listEvents(ref: WorkloadRef) {
    const client = await this.#client();
    const { items } = await bodyOf(
      client.GET(
        '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/events',
        { params: { path: toPath(ref) } },
      ),
    );
    return items;
  }

  /** {@inheritDoc EksDeployApi.streamLogs} */
  async *streamLogs(
    ref: WorkloadRef,
    query: LogQuery,
    options: { signal: AbortSignal },
  ): AsyncGenerator<LogStreamEvent> {
    const client = await this.#client();
    const body = await bodyOf(
      client.GET(
        '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/logs',
        {
          params: { path: toPath(ref), query },
          headers: { Accept: 'text/event-stream' },
          parseAs: 'stream',
          signal: options.signal,
        },
      ),
    );
    yield* readLogStream(body);
  }

  /** {@inheritDoc EksDeployApi.listImages} */
  async listImages(ref: WorkloadRef) {
    const client = await this.#client();
    const { items } = await bodyOf(
      client.GET(
        '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/images',
        { params: { path: toPath(ref) } },
      ),
    );
    return items;
  }

  /** {@inheritDoc EksDeployApi.restart} */
  async restart(ref: WorkloadRef, body: RestartRequest) {
    const client = await this.#client();
    return bodyOf(
      client.POST(
        '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/restart',
        { params: { path: toPath(ref) }, body },
      ),
    );
  }

  /** {@inheritDoc EksDeployApi.rollback} */
  async rollback(ref: WorkloadRef, body: RollbackRequest) {
    const client = await this.#client();
    return bodyOf(
      client.POST(
        '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/rollback',
        { params: { path: toPath(ref) }, body },
      ),
    );
  }

  /** {@inheritDoc EksDeployApi.redeploy} */
  async redeploy(ref: WorkloadRef, body: RedeployRequest) {
    const client = await this.#client();
    return bodyOf(
      client.POST(
        '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/redeploy',
        { params: { path: toPath(ref) }, body },
      ),
    );
  }

  async #client(): Promise<EksDeployClient> {
    return createEksDeployClient({
      baseUrl: await this.#discoveryApi.getBaseUrl('eks-deploy'),
      fetch: createRequestFetch(this.#fetchApi),
    });
  }
}

function toPath({ entityRef, environment, workload }: WorkloadRef) {
  return { ...parseEntityRef(entityRef), environment, workload };
}

async function bodyOf<T>(
  answer: Promise<{ data?: T; response: Response }>,
): Promise<NonNullable<T>> {
  const { data, response } = await answer;
  if (data === undefined || data === null) {
    throw new Error(`The backend answered ${response.url} without a body`);
  }
  return data;
}
