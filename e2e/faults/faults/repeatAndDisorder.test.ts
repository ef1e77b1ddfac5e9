import { repeatAndDisorder } from './repeatAndDisorder';

describe('repeatAndDisorder', () => {
  it('tells a line twice, and an older one after a newer one', () => {
    const pass = repeatAndDisorder();
    expect(['a', 'b', 'c'].flatMap(pass)).toEqual([
      ...['a', 'a'],
      ...['b', 'b', 'a'],
      ...['c', 'c', 'b'],
    ]);
  });
});
