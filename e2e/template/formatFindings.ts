import type { Finding } from './checkCases';

/** A table of checkers and cases, with what was found below it. */
export function formatFindings(findings: Finding[]): string {
  const cases = [...new Set(findings.map(finding => finding.case))];
  const checkers = [...new Set(findings.map(finding => finding.checker))];
  const first = Math.max(...checkers.map(name => name.length));
  const row = (head: string, cells: string[]) =>
    [
      head.padEnd(first),
      ...cells.map((cell, index) => cell.padEnd(cases[index].length)),
    ]
      .join('  ')
      .trimEnd();
  const textOf = (checker: string, name: string) =>
    findings.find(
      finding => finding.checker === checker && finding.case === name,
    )?.text;
  const lines = [
    row('', cases),
    ...checkers.map(checker =>
      row(
        checker,
        cases.map(name => (textOf(checker, name) ? '✗' : '✓')),
      ),
    ),
  ];
  for (const { checker, case: name, text } of findings) {
    if (text) lines.push('', `✗ ${checker}, ${name}:`, text);
  }
  return lines.join('\n');
}
