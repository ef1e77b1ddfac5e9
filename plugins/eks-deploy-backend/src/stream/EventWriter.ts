import { randomUUID } from 'node:crypto';
import type { RolloutStreamEvents } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { Response } from 'express';

/** An event's name with its data. */
export type RolloutStreamEvent = {
  [Name in keyof RolloutStreamEvents]: [Name, RolloutStreamEvents[Name]];
}[keyof RolloutStreamEvents];

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

  /** Sends events, all of them or none. */
  send(...events: RolloutStreamEvent[]): void {
    if (this.response.writableEnded || this.response.destroyed) {
      return;
    }
    if (this.blocked) {
      this.dropped ||= events.some(([name]) => name !== 'heartbeat');
      return;
    }
    const taken = this.response.write(
      events.map(event => this.format(event)).join(''),
    );
    this.response.flush?.();
    if (!taken) {
      this.blocked = true;
      this.response.once('drain', () => this.catchUp());
    }
  }

  /** A heartbeat leads nowhere that a stream could go on from, and is most of what a quiet one sends. */
  private format([name, data]: RolloutStreamEvent): string {
    const id = name === 'heartbeat' ? '' : `id: ${this.epoch}:${this.seq++}\n`;
    return `${id}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
  }

  private catchUp(): void {
    this.blocked = false;
    if (this.dropped) {
      this.dropped = false;
      this.onCaughtUp();
    }
  }
}
