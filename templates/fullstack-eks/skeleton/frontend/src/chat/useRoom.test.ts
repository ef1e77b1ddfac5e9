import { describe, expect, it } from 'vitest';
import { ROOM_PATTERN, roomOf } from './useRoom';

describe('roomOf', () => {
  it.each([
    ['#/random', 'random'],
    ['', 'general'],
    ['#/No room', 'general'],
    [`#/${'a'.repeat(41)}`, 'general'],
  ])('takes %j as %s', (hash, room) => {
    expect(roomOf(hash)).toBe(room);
  });
});

describe('ROOM_PATTERN', () => {
  it('is one that browsers take for an input', () => {
    expect(() => new RegExp(ROOM_PATTERN, 'v')).not.toThrow();
  });
});
