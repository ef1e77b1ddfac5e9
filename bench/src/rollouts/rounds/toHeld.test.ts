import { toHeld } from './toHeld';

const MB = 1024 * 1024;

describe('toHeld', () => {
  it('takes off what the namespaces of the pods cost when they are empty', () => {
    const held = toHeld({
      heaps: [100 * MB, 110 * MB, 126 * MB],
      namespaces: 40,
      pods: 5_000,
    });
    expect(held.heapOfPods).toBeCloseTo(12);
    expect(held.heapOfNamespace).toBeCloseTo(256);
    expect(held.heapInAll).toBeCloseTo(32);
  });
});
