import { formatFindings } from './formatFindings';

it('puts what was found below a table of checkers and cases', () => {
  expect(
    formatFindings([
      { checker: 'yamllint', case: 'chat', text: '' },
      { checker: 'zizmor', case: 'chat', text: '', cached: true },
      { checker: 'yamllint', case: 'ssh', text: 'too many spaces' },
      { checker: 'zizmor', case: 'ssh', text: '' },
    ]),
  ).toBe(`          chat  ssh
yamllint  ✓     ✗
zizmor    ✓     ✓

✗ yamllint, ssh:
too many spaces`);
});

it('says once why a checker was left out', () => {
  const leftOut = { checker: 'zizmor', text: 'it needs Python', leftOut: true };
  expect(
    formatFindings([
      { ...leftOut, case: 'chat' },
      { ...leftOut, case: 'ssh' },
    ]),
  ).toBe(`        chat  ssh
zizmor  –     –

– zizmor is left out: it needs Python`);
});
