import type { Finding } from './checkCases';
import { countFindings, formatCounts } from './countFindings';

const aFinding = (differs: Partial<Finding> = {}): Finding => ({
  checker: 'yamllint',
  case: 'chat',
  text: '',
  ...differs,
});

const say = (...findings: Finding[]) => formatCounts(countFindings(findings));

describe('the last line', () => {
  it('counts what passed and what failed', () => {
    expect(say(aFinding(), aFinding({ text: 'too many spaces' }))).toBe(
      '1 passed, 1 failed',
    );
  });

  it('says how much has passed before', () => {
    expect(say(aFinding(), aFinding({ cached: true }))).toBe(
      '2 passed, 0 failed (1 cached)',
    );
  });

  it('counts what was left out neither as passed nor as failed', () => {
    expect(say(aFinding(), aFinding({ text: 'no Go', leftOut: true }))).toBe(
      '1 passed, 0 failed, 1 left out',
    );
  });
});
