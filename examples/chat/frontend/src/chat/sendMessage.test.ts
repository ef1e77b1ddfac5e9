import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sendMessage } from './sendMessage';

const fetched = vi.fn<typeof fetch>();
const send = () => sendMessage('api.example.com', { room: 'general', author: 'Ada', text: 'Hello' });
const idOf = (call: number) => JSON.parse(String(fetched.mock.calls[call]?.[1]?.body)).id;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', fetched);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  fetched.mockReset();
});

describe('sendMessage', () => {
  it('sends again, as the same message, while the server is away', async () => {
    fetched
      .mockRejectedValueOnce(new TypeError('Failed to fetch'))
      .mockResolvedValueOnce(new Response(null, { status: 503 }))
      .mockResolvedValueOnce(Response.json({}, { status: 202 }));

    const sent = send();
    await vi.advanceTimersByTimeAsync(1_500);
    await sent;

    expect(fetched).toHaveBeenCalledTimes(3);
    expect(new Set([idOf(0), idOf(1), idOf(2)]).size).toBe(1);
  });

  it('gives up after a while and says why', async () => {
    fetched.mockRejectedValue(new TypeError('Failed to fetch'));

    const refused = expect(send()).rejects.toThrow('The server can’t be reached.');
    await vi.advanceTimersByTimeAsync(3_500);
    await refused;

    expect(fetched).toHaveBeenCalledTimes(4);
  });

  it('does not repeat what was refused, and says why it was', async () => {
    fetched.mockResolvedValue(Response.json({ detail: 'text: size must be at most 2000' }, { status: 400 }));

    await expect(send()).rejects.toThrow('text: size must be at most 2000');
    expect(fetched).toHaveBeenCalledTimes(1);
  });
});
