import { fullSize, parts, quickSize } from './options';
import { toOptions } from './toOptions';

describe('toOptions', () => {
  it('runs everything in full unless told otherwise', () => {
    expect(toOptions({})).toMatchObject({ size: fullSize, parts });
    expect(toOptions({ quick: true, viewers: '7' }).size).toEqual({
      ...quickSize,
      viewers: 7,
    });
  });

  it('runs the parts that are asked for', () => {
    expect(toOptions({ parts: 'heap,dead' }).parts).toEqual(['dead', 'heap']);
  });

  it.each([
    [{ parts: 'heap,round' }, "There is no part 'round'"],
    [{ pods: '1e' }, "pods is '1e'"],
    [{ rounds: '0' }, "rounds is '0'"],
  ])('names what it does not understand: %j', (flags, message) => {
    expect(() => toOptions(flags)).toThrow(message);
  });
});
