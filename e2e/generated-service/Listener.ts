import { setTimeout as sleep } from 'node:timers/promises';

export interface HeardMessage {
  id: string;
  text: string;
  position: string;
}

/** Sits in a room as the page does: connects again when it is closed, from the last message it heard. */
export class Listener {
  readonly heard: HeardMessage[] = [];
  /** What each connection was closed with, in turn. */
  readonly closes: number[] = [];
  /** Whether a replay ever lacked something. */
  gaps = 0;
  private socket?: WebSocket;
  private left = false;

  /** `port` is asked for at each connection. */
  constructor(
    private readonly room: string,
    private readonly port: () => number,
  ) {
    this.connect();
  }

  get lastSeen(): string | undefined {
    return this.heard.at(-1)?.position;
  }

  leave() {
    this.left = true;
    this.socket?.close();
  }

  private connect() {
    const since = this.lastSeen ? `&since=${this.lastSeen}` : '';
    this.socket = new WebSocket(
      `ws://127.0.0.1:${this.port()}/ws?room=${this.room}${since}`,
    );
    this.socket.onmessage = ({ data }) => {
      const frame = JSON.parse(data);
      if (frame.type === 'message') this.heard.push(frame.message);
      if (frame.type === 'replay') {
        this.heard.push(...frame.messages);
        if (!frame.complete) this.gaps += 1;
      }
    };
    this.socket.onclose = async ({ code }) => {
      this.closes.push(code);
      await sleep(100);
      if (!this.left) this.connect();
    };
  }
}
