import { once } from 'node:events';
import { CustomErrorBase } from '@backstage/errors';
import type {
  LogEnd,
  LogLine,
  LogProblem,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { ClusterClient } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { Response } from 'express';
import type { RecheckEnd } from '../permissions';
import type { DeployTarget } from '../targets';
import type { LogChoice, LogSource } from './chooseLogs';
import { parseLogLine } from './parseLogLine';

const HEARTBEAT_MS = 15_000;
const LONGEST_TIMER_MS = 2 ** 31 - 1;
/** As much as a browser can show; who wants more opens the stream again. */
const MOST_LINES = 50_000;

type LogEvent =
  | ['line', LogLine]
  | ['problem', LogProblem]
  | ['heartbeat', Record<string, never>]
  | ['end', LogEnd];

/** What a stream of log lines takes. */
export interface LogStreamOptions {
  clusters: ClusterClient;
  target: DeployTarget;
  sources: LogSource[];
  choice: LogChoice;
  response: Response & { flush?: () => void };
  /** Checks again whether the viewer may read this target; gives the reason to end the stream, if there is one. */
  recheck: () => Promise<RecheckEnd | undefined>;
  expiresAt?: Date;
  /** How often, in milliseconds. */
  recheckMs: number;
}

/** The logs of some containers to one viewer, line by line, no faster than the viewer takes them. */
export class LogStream {
  private readonly controller = new AbortController();
  private reason: LogEnd['reason'] = 'complete';
  private lines = 0;
  private seq = 0;

  constructor(private readonly options: LogStreamOptions) {}

  /** Resolves when the stream has ended. */
  async run(): Promise<void> {
    const { response, sources } = this.options;
    response.once('close', () => this.stop());
    if (response.destroyed) {
      return;
    }
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    });
    response.flushHeaders();
    const timers = this.startTimers();
    await Promise.all(sources.map(source => this.follow(source)));
    timers.forEach(clearTimeout);
    if (!response.destroyed) {
      this.write(['end', { reason: this.reason }]);
      response.end();
    }
  }

  stop(reason: LogEnd['reason'] = 'complete'): void {
    if (!this.controller.signal.aborted) {
      this.reason = reason;
      this.controller.abort();
    }
  }

  private async follow({ pod, container }: LogSource): Promise<void> {
    const { clusters, target, choice } = this.options;
    const { signal } = this.controller;
    const lines = clusters.lines({
      cluster: target.cluster,
      path: `/api/v1/namespaces/${target.namespace}/pods/${encodeURIComponent(
        pod,
      )}/log`,
      query: {
        container,
        timestamps: 'true',
        tailLines: String(choice.tailLines ?? 200),
        ...(choice.previous && { previous: 'true' }),
        ...(choice.follow && { follow: 'true' }),
      },
      signal,
    });
    try {
      for await (const line of lines) {
        this.lines += 1;
        if (this.lines > MOST_LINES) {
          this.stop('limit');
          return;
        }
        await this.send(['line', { pod, container, ...parseLogLine(line) }]);
      }
    } catch (error) {
      if (!signal.aborted) {
        await this.send([
          'problem',
          { pod, message: toMessage(error, choice) },
        ]);
      }
    }
  }

  /** Waits as long as the viewer takes no more, and so does the cluster. */
  private async send(event: LogEvent): Promise<void> {
    const { response } = this.options;
    if (!response.destroyed && !this.write(event)) {
      const { signal } = this.controller;
      await once(response, 'drain', { signal }).catch(() => {});
    }
  }

  private write([name, data]: LogEvent): boolean {
    const { response } = this.options;
    this.seq += 1;
    const taken = response.write(
      `id: ${this.seq}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`,
    );
    response.flush?.();
    return taken;
  }

  private async recheck(): Promise<void> {
    const end = await this.options.recheck();
    if (end) {
      this.stop(end);
    }
  }

  private startTimers(): NodeJS.Timeout[] {
    const { expiresAt, recheckMs } = this.options;
    const leftMs = (expiresAt?.getTime() ?? Infinity) - Date.now();
    return [
      setInterval(() => this.write(['heartbeat', {}]), HEARTBEAT_MS),
      setInterval(() => this.recheck(), recheckMs),
      setTimeout(
        () => this.stop('expired'),
        Math.min(leftMs, LONGEST_TIMER_MS),
      ),
    ];
  }
}

/** The cluster answers 400 where there is no log. */
function toMessage(error: unknown, { previous }: LogChoice): string {
  if (error instanceof CustomErrorBase && error.name === 'InputError') {
    return previous
      ? 'it has no earlier run whose log is kept'
      : 'it has no log yet';
  }
  return error instanceof CustomErrorBase
    ? error.message
    : 'its log can not be read';
}
