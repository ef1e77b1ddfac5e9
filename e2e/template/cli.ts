import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { replaceTree } from '@eks-deploy/template-dry-run';
import { checkCases } from './checkCases';
import { checkers } from './checkers';
import { formatFindings } from './formatFindings';
import { CACHE_DIR } from './install';
import { allCases, startRenderer } from './renderCase';

const USAGE = `Usage:
  ./yarnw template render --case NAME --out DIR
  ./yarnw template check [--case NAME]… [--only CHECKER]… [--report FILE]

render writes a case of templates/fullstack-eks/cases, by the scaffolder's dry run; DIR is replaced.
check has the checkers of e2e/template/checkers judge the given cases, or all of them (--all). It installs what they
need into ${CACHE_DIR} and says what the machine lacks.`;

async function check(
  cases: string[],
  only: string[] | undefined,
  report: string | undefined,
): Promise<number> {
  const chosen = checkers.filter(({ name }) => only?.includes(name) ?? true);
  const findings = await checkCases(cases, chosen, message =>
    console.error(`… ${message}`),
  );
  const failed = findings.filter(({ text }) => text).length;
  const passed = findings.length - failed;
  console.log(formatFindings(findings));
  console.log(`\n${passed} passed, ${failed} failed`);
  if (report) await writeFile(report, JSON.stringify({ passed, failed }));
  return failed > 0 || findings.length === 0 ? 1 : 0;
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
