import { parseArgs } from 'node:util';
import { replaceTree } from '@eks-deploy/template-dry-run';
import { RunReport, runReported, type CaseResult } from '../contract/RunReport';
import { checkCases, type Asked, type Finding } from './checkCases';
import { checkers } from './checkers';
import { formatFindings } from './formatFindings';
import { CACHE_DIR } from './install';
import { allCases, startRenderer } from './renderCase';

const USAGE = `Usage:
  ./yarnw template render --case NAME --out DIR
  ./yarnw template check [--case NAME]… [--only CHECKER]… [--report FILE]

render writes a case of templates/fullstack-eks/cases, by the scaffolder's dry run; DIR is replaced.
check has the checkers of e2e/template/checkers judge the given cases, or all of them (--all), and plants a fault for each
checker to see that it reports it. It installs what they need into ${CACHE_DIR}, where it also remembers what has passed,
and leaves out, with a sentence, what the machine lacks a language for. With CI set, nothing is left out.`;

async function check(
  cases: string[],
  only: string[] | undefined,
  reportFile: string | undefined,
): Promise<number> {
  const findings: Finding[] = [];
  const report = new RunReport(reportFile);
  const code = await runReported(report, () =>
    checkCases({
      cases,
      checkers: checkers.filter(({ name }) => only?.includes(name) ?? true),
      // What was asked for by name, and what CI runs, is never left out.
      mayLeaveOut: !only && !process.env.CI,
      onProgress: message => console.error(`… ${message}`),
      onBegin: asked => report.begin(nameOf(asked)),
      onFinding(finding) {
        findings.push(finding);
        report.end(nameOf(finding), toResult(finding));
      },
    }),
  );
  console.log(formatFindings(findings));
  const cached = findings.filter(finding => finding.cached).length;
  console.log(`\n${report}${cached > 0 ? ` (${cached} cached)` : ''}`);
  return findings.some(finding => !finding.leftOut) ? code : 1;
}

function nameOf(asked: Asked): string {
  return `${asked.checker} of ${asked.case}`;
}

function toResult({ text, leftOut }: Finding): CaseResult {
  if (leftOut) {
    return 'skipped';
  }
  return text ? 'failed' : 'passed';
}

async function render(name: string, out: string) {
  const renderer = await startRenderer();
  try {
    await replaceTree(out, await renderer.render(name));
  } finally {
    await renderer.stop();
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      all: { type: 'boolean' },
      case: { type: 'string', multiple: true },
      only: { type: 'string', multiple: true },
      out: { type: 'string' },
      report: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const known = await allCases();
  const unknown = values.only?.find(
    name => !checkers.some(checker => checker.name === name),
  );
  if (unknown) {
    throw new Error(
      `There is no checker "${unknown}": use one of ${checkers
        .map(({ name }) => name)
        .join(', ')}.`,
    );
  }
  const cases = values.case ?? known;
  for (const name of cases) {
    if (!known.includes(name)) {
      throw new Error(
        `There is no case "${name}": use one of ${known.join(', ')}.`,
      );
    }
  }
  const [command] = positionals;
  if (command === 'render' && values.case?.length === 1 && values.out) {
    await render(values.case[0], values.out);
    return 0;
  }
  if (command === 'check') {
    return check(cases, values.only, values.report);
  }
  console.log(USAGE);
  return values.help ? 0 : 1;
}

main().then(
  code => process.exit(code),
  error => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
