import { parseLogLine } from './parseLogLine';

describe('parseLogLine', () => {
  it.each([
    [
      '2026-01-01T00:00:00.123456789Z started',
      { at: '2026-01-01T00:00:00.123456789Z', text: 'started' },
    ],
    [
      '2026-01-01T00:00:00+09:00 started',
      { at: '2026-01-01T00:00:00+09:00', text: 'started' },
    ],
    [
      'unable to retrieve container logs',
      { at: undefined, text: 'unable to retrieve container logs' },
    ],
  ])('takes time and text apart: %s', (line, parsed) => {
    expect(parseLogLine(line)).toEqual(parsed);
  });

  it.each([
    ['x'.repeat(4_096), { text: 'x'.repeat(4_096) }],
    ['x'.repeat(10_000), { text: 'x'.repeat(4_096), cut: true }],
    [`${'x'.repeat(4_095)}😀`, { text: 'x'.repeat(4_095), cut: true }],
  ])('keeps the beginning of a very long line', (line, parsed) => {
    expect(parseLogLine(line)).toEqual(parsed);
  });
});
