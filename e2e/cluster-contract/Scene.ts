import { setTimeout as sleep } from 'node:timers/promises';
import { askApi, type ApiRequest } from '@eks-deploy/control-plane';
import type { ClusterUnderTest } from './ClusterUnderTest';
import type { Status, WatchEvent } from './objects';
import { watchApi, type WatchOptions } from './watchApi';

const GROUPS = {
  configmaps: '/api/v1',
  events: '/api/v1',
  pods: '/api/v1',
  resourcequotas: '/api/v1',
  deployments: '/apis/apps/v1',
  replicasets: '/apis/apps/v1',
};

/** The kinds that behaviours are about. */
export type Plural = keyof typeof GROUPS;

/** What a cluster answered, read as JSON. */
export interface Answer<Body> {
  status: number;
  body: Body;
}

const EVENTUALLY_MS = 60_000;

/** One namespace of one cluster, for one behaviour alone. */
export class Scene {
  constructor(readonly cluster: ClusterUnderTest, readonly namespace: string) {}

  /** Path of a kind's list in this namespace, or of one object of it. */
  path(plural: Plural, name?: string, subresource?: string): string {
    return [
      GROUPS[plural],
      'namespaces',
      this.namespace,
      plural,
      name,
      subresource,
    ]
      .filter(Boolean)
      .join('/');
  }

  /** A request, answered as it is; 4xx too. */
  async ask<Body = Status>(
    path: string,
    { token, ...request }: ApiRequest & { token?: string } = {},
  ): Promise<Answer<Body>> {
    const { url, ca } = this.cluster;
    const { status, text } = await askApi(
      { url, ca, token: token ?? this.cluster.token },
      path,
      request,
    );
    return { status, body: JSON.parse(text) as Body };
  }

  /** A request that has to be granted. */
  async must<Body>(path: string, request: ApiRequest = {}): Promise<Body> {
    const { status, body } = await this.ask<Body & Status>(path, request);
    if (status >= 300) {
      throw new Error(
        `${request.method ?? 'GET'} ${path} was refused with ${status}: ${
          body.message
        }`,
      );
    }
    return body;
  }

  create<Body>(plural: Plural, body: object): Promise<Body> {
    return this.must<Body>(this.path(plural), { method: 'POST', body });
  }

  /** What a WATCH told, until it ended or `until` was true of an event. */
  watch(
    plural: Plural,
    query: Record<string, string>,
    options: WatchOptions = {},
  ): Promise<WatchEvent[]> {
    return watchApi(
      this.cluster,
      `${this.path(plural)}?${new URLSearchParams({ watch: '1', ...query })}`,
      options,
    );
  }

  /** Asks again until the answer is there. */
  async eventually<T>(
    what: string,
    ask: () => Promise<T | undefined | false>,
    timeoutMs = EVENTUALLY_MS,
  ): Promise<T> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const answer = await ask();
      if (answer) {
        return answer;
      }
      if (Date.now() > deadline) {
        throw new Error(
          `It did not come about within ${timeoutMs / 1000} s that ${what}.`,
        );
      }
      await sleep(100);
    }
  }
}
