import { Command } from 'commander';
import { findChromium } from './chromium';
import { findKubectl } from './kubectl';
import { runCheck, type CheckResult } from './checks/run';
import { checks } from './checks';

const command = new Command('npm test --')
  .description(
    'Runs every check of the project: types, lint, formatting, unused code, API reports, unit and integration tests, template dry-runs, the smoke and the browser tests.',
  )
  .option(
    '--only <name...>',
    `of ${checks.map(({ name }) => name).join(', ')}`,
  );

async function main() {
  const { only } = command.parse().opts<{ only?: string[] }>();
  const chosen = checks.filter(({ name }) => only?.includes(name) ?? true);
  // What is missing is told before the first minute is spent.
  process.env.KUBECTL = await findKubectl();
  process.env.CHROMIUM = findChromium();

  const results: CheckResult[] = [];
  for (const check of chosen) {
    results.push(await runCheck(check));
  }
  const sum = (key: 'passed' | 'failed' | 'skipped') =>
    results.reduce((total, result) => total + result[key], 0);
  console.log();
  for (const { name, passed, failed, skipped, seconds } of results) {
    console.log(
      `${failed > 0 ? '✗' : '✓'} ${name.padEnd(20)} ${`${passed}`.padStart(
        5,
      )} passed ${`${failed}`.padStart(4)} failed ${`${skipped}`.padStart(
        4,
      )} skipped ${seconds.toFixed(0).padStart(5)} s`,
    );
  }
  const skipped = sum('skipped');
  console.log(
    `\n${sum('passed')} passed, ${sum('failed')} failed${
      skipped > 0 ? `, ${skipped} skipped` : ''
    }`,
  );
  process.exitCode = sum('failed') > 0 ? 1 : 0;
}

main().catch(error => {
  console.error(error.message);
  process.exitCode = 1;
});
