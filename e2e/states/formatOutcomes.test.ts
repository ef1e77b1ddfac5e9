import { formatOutcomes } from './formatOutcomes';

const line = (...outcome: Parameters<typeof formatOutcomes>[0]) =>
  formatOutcomes(outcome).split('\n').slice(2);

describe('formatOutcomes', () => {
  it('tells verdict and kubectl of a state, in the order of the table of states', () => {
    const finding = { verdict: { is: 'paused' }, kubectl: 'Waiting…' };
    expect(
      line(
        { state: 'paused', cluster: 'sandbox', finding },
        {
          state: 'quota',
          cluster: 'sandbox',
          finding: {
            verdict: { is: 'creating', cause: 'quota', note: 'rollover' },
            kubectl: 'Waiting…\nand more',
            said: 'no | more',
          },
        },
        { state: 'creating', cluster: 'sandbox', finding },
      ),
    ).toEqual([
      '| ✓ | 2 | creating | sandbox | paused |  |  | Waiting… |',
      '| ✓ | 7 | paused | sandbox | paused |  |  | Waiting… |',
      '| ✓ | 10 | quota | sandbox | creating | quota | rollover | Waiting…; no \\| more |',
    ]);
  });

  it('tells why a state failed, and why it was left out', () => {
    expect(
      line(
        { state: 'paused', cluster: 'sandbox', failure: new Error('no\nway') },
        { state: 'quota', cluster: 'control-plane', missing: 'no Go' },
        { state: 'rollover', cluster: 'sandbox', departs: 'it has none' },
      ),
    ).toEqual([
      '| ✗ | 7 | paused | sandbox |  |  |  | no |',
      '| – | 10 | quota | control-plane |  |  |  | left out: no Go |',
      '| – | 28 | rollover | sandbox |  |  |  | it has none |',
    ]);
  });
});
