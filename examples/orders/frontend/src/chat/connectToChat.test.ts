import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aMessage } from './aMessage';
import { connectToChat, type ChatEvents } from './connectToChat';

class FakeSocket {
  static readonly OPEN = 1;
  static opened: FakeSocket[] = [];
  static get last(): FakeSocket {
    const last = FakeSocket.opened.at(-1);
    if (!last) throw new Error('no socket was opened');
    return last;
  }

  readyState = 0;
  sent: string[] = [];
  closed = false;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;

  constructor(readonly url: string) {
    FakeSocket.opened.push(this);
  }

  send(text: string) {
    this.sent.push(text);
  }

  close() {
    this.readyState = 3;
    this.closed = true;
  }

  open() {
    this.readyState = FakeSocket.OPEN;
    this.onopen?.();
  }

  hear(frame: object) {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  lose() {
    this.readyState = 3;
    this.onclose?.();
  }
}

const events = { onConnection: vi.fn<ChatEvents['onConnection']>(), onMessages: vi.fn<ChatEvents['onMessages']>() };
let leave: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', FakeSocket);
  FakeSocket.opened = [];
  ({ leave } = connectToChat(lastSeen => `wss://api.example.com/ws?since=${lastSeen}`, events));
});

afterEach(() => {
  leave();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  vi.clearAllMocks();
});

describe('connectToChat', () => {
  it('hands on what is replayed and what is said', () => {
    const [missed, live] = [aMessage({ id: 'missed' }), aMessage({ id: 'live' })];
    FakeSocket.last.open();
    FakeSocket.last.hear({ type: 'replay', complete: false, messages: [missed] });
    FakeSocket.last.hear({ type: 'message', message: live });
    FakeSocket.last.hear({ type: 'pong' });

    expect(events.onConnection.mock.calls).toEqual([['connecting'], ['connected']]);
    expect(events.onMessages.mock.calls).toEqual([
      [[missed], false],
      [[live], true],
    ]);
  });

  it('connects again by itself and goes on after the last message', () => {
    FakeSocket.last.open();
    FakeSocket.last.hear({ type: 'message', message: aMessage({ position: '2-41' }) });
    FakeSocket.last.lose();
    expect(events.onConnection).toHaveBeenLastCalledWith('lost');

    vi.advanceTimersByTime(1_000);
    expect(FakeSocket.opened).toHaveLength(2);
    expect(FakeSocket.last.url).toBe('wss://api.example.com/ws?since=2-41');
  });

  it('waits longer after each failure', () => {
    vi.spyOn(Math, 'random').mockReturnValue(1);
    for (const delay of [1_000, 2_000, 4_000]) {
      const before = FakeSocket.opened.length;
      FakeSocket.last.lose();
      vi.advanceTimersByTime(delay - 1);
      expect(FakeSocket.opened).toHaveLength(before);
      vi.advanceTimersByTime(1);
      expect(FakeSocket.opened).toHaveLength(before + 1);
    }
  });

  it('pings, and takes a server that is silent for dead', () => {
    const first = FakeSocket.last;
    first.open();
    vi.advanceTimersByTime(25_000);
    expect(first.sent).toEqual(['ping']);
    first.hear({ type: 'pong' });

    vi.advanceTimersByTime(54_999);
    expect(first.closed).toBe(false);
    vi.advanceTimersByTime(1);
    expect(first.closed).toBe(true);
    expect(events.onConnection).toHaveBeenLastCalledWith('lost');
  });

  it('does not wait once the network is back', () => {
    FakeSocket.last.lose();
    window.dispatchEvent(new Event('online'));
    expect(FakeSocket.opened).toHaveLength(2);
    vi.advanceTimersByTime(30_000);
    expect(FakeSocket.opened).toHaveLength(2);
  });

  it('leaves for good', () => {
    FakeSocket.last.open();
    leave();
    expect(FakeSocket.last.closed).toBe(true);
    vi.advanceTimersByTime(120_000);
    window.dispatchEvent(new Event('online'));
    expect(FakeSocket.opened).toHaveLength(1);
  });
});
