import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replaceTree } from '@eks-deploy/template-dry-run';
import type { Checker, Rendered } from './checkers/Checker';
import { ensureTool } from './install';
import { startRenderer } from './renderCase';

/** What one checker says of one case. */
export interface Finding {
  checker: string;
  case: string;
  /** Empty when there is nothing to say. */
  text: string;
}

/** Installs what the checkers need; a checker that lacks something is a finding in each case. */
async function installTools(
  checker: Checker,
): Promise<Record<string, string> | string> {
  const dirs: Record<string, string> = {};
  try {
    // One after another: a tool may be made from the one before it.
    for (const [name, tool] of Object.entries(checker.tools)) {
      dirs[name] = await ensureTool(tool);
    }
    return dirs;
  } catch (error) {
    return `${checker.name} could not be installed: ${error}`;
  }
}

/** Renders the cases and has each checker judge each of them. */
export async function checkCases(
  cases: string[],
  checkers: Checker[],
  onProgress: (message: string) => void,
): Promise<Finding[]> {
  const toolDirs = new Map<Checker, Record<string, string> | string>();
  for (const checker of checkers) {
    onProgress(`installing what ${checker.name} needs`);
    toolDirs.set(checker, await installTools(checker));
  }
  const root = await mkdtemp(join(tmpdir(), 'eks-deploy-template-'));
  const renderer = await startRenderer();
  const findings: Finding[] = [];
  try {
    for (const name of cases) {
      onProgress(`checking ${name}`);
      const rendered: Rendered = {
        dir: join(root, name),
        files: await renderer.render(name),
      };
      await replaceTree(rendered.dir, rendered.files);
      findings.push(
        ...(await Promise.all(
          checkers.map(async checker => {
            const dirs = toolDirs.get(checker);
            const text =
              typeof dirs === 'object'
                ? await checker.check(rendered, dirs).catch(String)
                : dirs ?? '';
            return { checker: checker.name, case: name, text };
          }),
        )),
      );
    }
  } finally {
    await renderer.stop();
    await rm(root, { recursive: true, force: true });
  }
  return findings;
}
