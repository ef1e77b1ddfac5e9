import type { Finding } from './checkCases';

/** A table of checkers and cases, with what was found below it; what is the same of several cases stands there once. */
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
  const find = (checker: string, name: string) =>
    findings.find(
      finding => finding.checker === checker && finding.case === name,
    );
  return [
    row('', cases),
    ...checkers.map(checker =>
      row(
        checker,
        cases.map(name => toMark(find(checker, name))),
      ),
    ),
    ...checkers.flatMap(checker =>
      toTexts(findings.filter(finding => finding.checker === checker)),
    ),
  ].join('\n');
}

function toMark(finding: Finding | undefined): string {
  if (!finding) return '';
  if (finding.leftOut) return '–';
  return finding.text ? '✗' : '✓';
}

function toTexts(findings: Finding[]): string[] {
  const texts = [...new Set(findings.flatMap(({ text }) => text || []))];
  return texts.flatMap(text => {
    const same = findings.filter(finding => finding.text === text);
    const [{ checker, leftOut }] = same;
    return leftOut
      ? ['', `– ${checker} is left out: ${text}`]
      : ['', `✗ ${checker}, ${same.map(of => of.case).join(', ')}:`, text];
  });
}
