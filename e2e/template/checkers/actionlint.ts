import { join } from 'node:path';
import { goTool } from '../install';
import { runTool } from '../runTool';
import type { Checker } from './Checker';
import { workflows } from './reads';
import { shellcheck } from './simple';

/** Workflows, and with shellcheck the scripts of their `run:` steps. */
export const actionlint: Checker = {
  name: 'actionlint',
  tools: {
    actionlint: goTool(
      'actionlint',
      '1.7.12',
      'github.com/rhysd/actionlint/cmd/actionlint',
    ),
    ...shellcheck.tools,
  },
  reads: workflows,
  async check({ dir, files }, toolDirs) {
    const { ok, output } = await runTool(
      join(toolDirs.actionlint, 'bin/actionlint'),
      [
        '-no-color',
        ...['-shellcheck', join(toolDirs.shellcheck, 'bin/shellcheck')],
        ...['-pyflakes', ''],
        ...Object.keys(files).sort(),
      ],
      { cwd: dir },
    );
    return ok ? '' : output;
  },
};
