import { randomUUID } from 'node:crypto';
import type { RolloutStreamEvents } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { Response } from 'express';

/** `flush` is there where the compression middleware is. */
type FlushableResponse = Response & { flush?: () => void };

/**
 * Writes server-sent events, and holds none back: what a slow reader's connection does not take is dropped, and
 * `onCaughtUp` called when it takes events again, to start over with a snapshot.
 */
export class EventWriter {
  private readonly epoch = randomUUID();
  private seq = 0;
  private blocked = false;
  private dropped = false;

  constructor(
    private readonly response: FlushableResponse,
    private readonly onCaughtUp: () => void,
  ) {}

  open(): void {
    this.response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      // The compression middleware leaves alone what must not be transformed; compressed, events would be held back.
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    });
    this.response.flushHeaders();
  }

  /** Whether events can be sent. */
  get opened(): boolean {
    return this.response.headersSent;
  }

  /** Whether events are being dropped. */
  get behind(): boolean {
    return this.blocked;
  }

  send<Name extends keyof RolloutStreamEvents>(
    event: Name,
    data: RolloutStreamEvents[Name],
  ): void {
    if (this.blocked) {
      this.dropped ||= event !== 'heartbeat';
      return;
    }
    const id = `${this.epoch}:${this.seq++}`;
    const taken = this.response.write(
      `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`,
    );
    this.response.flush?.();
    if (!taken) {
      this.blocked = true;
      this.response.once('drain', () => this.catchUp());
    }
  }

  private catchUp(): void {
    this.blocked = false;
    if (this.dropped) {
      this.dropped = false;
      this.onCaughtUp();
    }
  }
}
