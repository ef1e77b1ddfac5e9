import { watchMemory } from './watchMemory';

describe('watchMemory', () => {
  it('gives the most that was read, whether or not the process ran meanwhile', async () => {
    const read = [5, undefined, 9, undefined, 3][Symbol.iterator]();
    let seen = 0;
    let resolve: () => void;
    const all = new Promise<void>(done => {
      resolve = done;
    });
    const memory = watchMemory(async () => {
      seen += 1;
      if (seen === 5) {
        resolve();
      }
      return read.next().value;
    }, 1);
    await all;
    await expect(memory.stop()).resolves.toBe(9);
  });

  it('fails where it is waited for, not in its timer', async () => {
    const memory = watchMemory(async () => {
      throw new Error('no such process');
    }, 1);
    await expect(memory.stop()).rejects.toThrow('no such process');
  });
});
