import { join } from 'node:path';
import { goModuleTool } from '../install';
import { runTool } from '../runTool';
import type { Checker } from './Checker';
import { manifests } from './reads';

/** Manifests, by kube-linter's default checks. */
export const kubeLinter: Checker = {
  name: 'kube-linter',
  tools: {
    'kube-linter': goModuleTool(
      'kube-linter',
      '0.8.3',
      join(__dirname, 'kube-linter'),
    ),
  },
  reads: manifests,
  async check({ dir }, toolDirs) {
    const { ok, output } = await runTool(
      join(toolDirs['kube-linter'], 'bin/kube-linter'),
      ['lint', 'deploy'],
      { cwd: dir },
    );
    return ok ? '' : output;
  },
};
