import { RunReport } from '../contract/RunReport';
import type { Fault } from './Fault';
import { holdFaults } from './holdFaults';
import { watchMemory } from './watchMemory';
import type { World } from './World';

const world = {} as World;

function aFault(slug: string, check: Fault['check']): Fault {
  return { slug, name: slug, keeps: '', lane: 'alone', check };
}

describe('holdFaults', () => {
  it('names the fault during which the portal ended, and keeps the others', async () => {
    const report = new RunReport(undefined, () => {});
    const passes = async () => ({ recoveryMs: [1], told: ['live'] });
    const faults = [
      aFault('before', passes),
      aFault('broken', async () => {
        const memory = watchMemory(async () => {
          throw new Error('ENOENT: no such file, open /proc/1/status');
        }, 1);
        await memory.stop();
        return passes();
      }),
      aFault('after', passes),
    ];
    const outcomes = await holdFaults(faults, world, {
      report,
      check: fault => fault.check({} as never),
    });
    expect(
      outcomes.map(({ fault, failure }) => [fault.slug, failure?.message]),
    ).toEqual([
      ['before', undefined],
      ['broken', 'ENOENT: no such file, open /proc/1/status'],
      ['after', undefined],
    ]);
    expect(String(report)).toBe('2 passed, 1 failed');
  });
});
