import { describe, expect, it } from 'vitest';
import { mergeMessages, reconnectDelay, type ChatMessage } from './messages';

const aMessage = (id: string, sentAt: string): ChatMessage => ({
  id,
  room: 'general',
  author: 'Ada',
  text: 'Hello',
  sentAt,
});

describe('mergeMessages', () => {
  it('keeps a message once and in the order of sending', () => {
    const first = aMessage('1', '2026-01-01T10:00:00Z');
    const second = aMessage('2', '2026-01-01T10:00:01Z');
    expect(mergeMessages([second], [first, second])).toEqual([first, second]);
  });
});

describe('reconnectDelay', () => {
  it.each([
    [0, 500],
    [1, 1_000],
    [10, 30_000],
  ])('attempt %i waits %i ms', (attempt, delay) => {
    expect(reconnectDelay(attempt)).toBe(delay);
  });
});
