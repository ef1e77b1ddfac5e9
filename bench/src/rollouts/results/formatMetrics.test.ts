import { formatMetrics } from './formatMetrics';

describe('formatMetrics', () => {
  it('puts both sides, their ratio and the goal beside each other', () => {
    const table = formatMetrics({
      idleCalls: {
        unit: 'API calls/min',
        ours: 26.7,
        range: [26, 27],
        peer: 9_000,
        ratio: 337,
        spread: [330, 341],
        goal: '≥ 200×',
        met: true,
      },
      rssSlope: {
        unit: 'MB/min',
        ours: 1,
        range: null,
        peer: null,
        ratio: null,
        spread: null,
        goal: null,
        met: null,
      },
    });
    expect(table.split('\n')).toEqual([
      '           ours  range   peer  ratio   spread  goal       unit',
      'idleCalls  26.7  26–27  9,000   337×  330–341  ≥ 200×  ✓  API calls/min',
      'rssSlope      1      –      –      –        –             MB/min',
    ]);
  });

  it('marks a goal that is not met', () => {
    const table = formatMetrics({
      heap: {
        unit: 'MB',
        ours: 25,
        range: null,
        peer: 1,
        ratio: 0.04,
        spread: [0.04, 0.04],
        goal: '≤ 20',
        met: false,
      },
    });
    expect(table).toContain('≤ 20  ✗  MB');
  });
});
