import type { Fault } from './Fault';
import { formatFindings, getPercentile } from './formatFindings';

const fault: Fault = {
  slug: 'cut',
  name: 'a WATCH is cut',
  keeps: 'nothing is lost',
  lane: 'beside',
  check: async () => ({ recoveryMs: [], told: [] }),
};

describe('formatFindings', () => {
  it('says what was told, once each, and whether the goal is met', () => {
    const found = {
      recoveryMs: [100, 2_500, 300],
      told: ['live', 'stale', 'live'],
    };
    expect(formatFindings([{ fault, found }]).split('\n')[2]).toBe(
      '| ✓ | a WATCH is cut | nothing is lost | live → stale | 300 / 2500 ms, 3× | not met |',
    );
  });

  it('says a sentence once, whatever kind it is about', () => {
    const told = ['pods', 'deployments'].map(
      plural => `stale: did not carry out WATCH /apis/apps/v1/${plural}: away`,
    );
    expect(
      formatFindings([{ fault, found: { recoveryMs: [1], told } }]),
    ).toContain('| stale: did not carry out WATCH …: away |');
  });

  it('says why a fault failed, and why it was left out', () => {
    const table = formatFindings([
      { fault, failure: new Error('told twice\nand more') },
      { fault, missing: 'it needs a PostgreSQL' },
    ]);
    expect(table).toContain(
      '| ✗ | a WATCH is cut | nothing is lost | told twice |',
    );
    expect(table).toContain('left out: it needs a PostgreSQL');
  });
});

describe('getPercentile', () => {
  it.each([
    [50, [3, 1, 2], 2],
    [99, [3, 1, 2], 3],
    [50, [7], 7],
  ])('is, for %i percent of %j, %i', (percent, values, wanted) => {
    expect(getPercentile(values, percent)).toBe(wanted);
  });
});
