import { formatFindings } from './formatFindings';

it('puts what was found below a table of checkers and cases', () => {
  expect(
    formatFindings([
      { checker: 'yamllint', case: 'chat', text: '' },
      { checker: 'zizmor', case: 'chat', text: '' },
      { checker: 'yamllint', case: 'ssh', text: 'too many spaces' },
      { checker: 'zizmor', case: 'ssh', text: '' },
    ]),
  ).toBe(`          chat  ssh
yamllint  ✓     ✗
zizmor    ✓     ✓

✗ yamllint, ssh:
too many spaces`);
});
