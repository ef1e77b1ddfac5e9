import { Readable } from 'node:stream';
import { slowDown } from './slowDown';

describe('slowDown', () => {
  it('lets single bytes through, and the rest when it is over', async () => {
    const pace = { everyMs: 5 };
    const chunks: string[] = [];
    for await (const chunk of Readable.from([Buffer.from('abcdef')]).pipe(
      slowDown(pace),
    )) {
      chunks.push(String(chunk));
      if (chunks.length === 2) {
        pace.everyMs = 0;
      }
    }
    expect(chunks.slice(0, 2)).toEqual(['a', 'b']);
    expect(chunks.join('')).toBe('abcdef');
    expect(chunks.length).toBeLessThan(6);
  });
});
