import { describe, expect, it } from 'vitest';
import { aMessage } from './aMessage';
import { addMessages } from './messages';

describe('addMessages', () => {
  const first = aMessage({ id: '1' });
  const second = aMessage({ id: '2' });

  it('keeps the order of coming and each message once', () => {
    expect(addMessages([first], [second, first, second])).toEqual([first, second]);
  });

  it('changes nothing when nothing is new', () => {
    const known = [first];
    expect(addMessages(known, [first])).toBe(known);
  });

  it('keeps the newest 500', () => {
    const many = Array.from({ length: 501 }, (_, index) => aMessage({ id: `many-${index}` }));
    const kept = addMessages([first], many);
    expect(kept).toHaveLength(500);
    expect(kept.at(-1)).toBe(many.at(-1));
  });
});
