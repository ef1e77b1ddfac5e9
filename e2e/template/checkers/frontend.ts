import { runTool } from '../runTool';
import type { Checker } from './Checker';
import { within } from './reads';

const COMMANDS = [
  ['ci', '--no-audit', '--no-fund'],
  ['test'],
  ['run', 'build'],
];

/** The frontend's own build: its dependencies from npm, its tests, type check and bundle. */
export const frontend: Checker = {
  name: 'frontend',
  tools: {},
  // The image's files say where the page is served, and differ by environment; the build knows nothing of them.
  reads: path =>
    within('frontend')(path) && !/(nginx\.conf|Dockerfile)$/.test(path),
  async check({ dir }) {
    for (const args of COMMANDS) {
      const { ok, output } = await runTool('npm', args, {
        cwd: `${dir}/frontend`,
        env: { CI: 'true', NO_COLOR: '1' },
      });
      if (!ok) {
        return `npm ${args.join(' ')} failed:\n${output}`;
      }
    }
    return '';
  },
};
