import { formatTable } from './formatTable';

describe('formatTable', () => {
  it('marks what holds where, and counts', () => {
    const behaviours = ['a LIST comes in pages', 'a WATCH ends'].map(name => ({
      name,
      check: async () => {},
    }));
    const table = formatTable(behaviours, [
      {
        party: 'control plane',
        outcomes: new Map([
          ['a LIST comes in pages', {}],
          ['a WATCH ends', {}],
        ]),
      },
      {
        party: 'sandbox',
        outcomes: new Map([
          ['a LIST comes in pages', { failure: new Error('it does not') }],
        ]),
      },
    ]);
    expect(table.split('\n')).toEqual([
      '                       control plane  sandbox',
      'a LIST comes in pages  ✓              ✗',
      'a WATCH ends           ✓              –',
      '                       2/2            0/1',
    ]);
  });
});
