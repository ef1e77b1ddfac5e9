import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileTree } from '@eks-deploy/template-dry-run';
import type { Checker } from './checkers/Checker';
import { createJudge } from './createJudge';
import { createFingerprint } from './fingerprint';
import { installTools } from './installTools';
import { openPassedBefore } from './passedBefore';
import { PLANTED, findPlanted } from './planted/findPlanted';
import { faults } from './planted/faults';
import { startRenderer } from './renderCase';

/** What one checker says of one case. */
export interface Finding {
  checker: string;
  case: string;
  /** Empty when there is nothing to say. */
  text: string;
  /** It said nothing before, of the very same files. */
  cached?: boolean;
  /** Nobody was asked: the text says what the machine lacks. */
  leftOut?: boolean;
}

/**
 * Has each checker judge each case, and find the fault that is planted for it.
 *
 * @param mayLeaveOut - whether a checker whose language is missing may be left out; otherwise that is a finding
 */
export async function checkCases(options: {
  cases: string[];
  checkers: Checker[];
  mayLeaveOut: boolean;
  onProgress(message: string): void;
}): Promise<Finding[]> {
  const { cases, checkers, mayLeaveOut, onProgress } = options;
  const { toolDirs, missing, broken } = await installTools(
    checkers,
    onProgress,
  );
  const ready = checkers.filter(checker => toolDirs.has(checker));
  const root = await mkdtemp(join(tmpdir(), 'eks-deploy-template-'));
  const passedBefore = await openPassedBefore();
  const fingerprint = await createFingerprint();
  const judge = createJudge({
    root,
    toolDirs,
    fingerprint,
    passedBefore,
  });
  onProgress('starting the scaffolder');
  const renderer = await startRenderer();
  const findings: Finding[] = [];
  const rendered = new Map<string, FileTree>();
  const render = async (name: string) => {
    const files = rendered.get(name) ?? (await renderer.render(name));
    rendered.set(name, files);
    return files;
  };
  try {
    for (const name of cases) {
      onProgress(`checking ${name}`);
      const files = await render(name);
      findings.push(
        ...(await Promise.all(
          ready.map(async checker => ({
            checker: checker.name,
            case: name,
            ...(await judge(checker, files)),
          })),
        )),
      );
    }
    for (const fault of faults) {
      const checker = ready.find(({ name }) => name === fault.for);
      if (checker) {
        onProgress(`planting for ${fault.for}: ${fault.what}`);
        const files = await render(fault.case);
        findings.push({
          checker: fault.for,
          case: PLANTED,
          ...(await findPlanted({
            fault,
            files,
            checkers: ready,
            judge,
            fingerprint,
            passedBefore,
          })),
        });
      }
    }
  } finally {
    await renderer.stop();
    await rm(root, { recursive: true, force: true });
  }
  return [
    ...findings,
    ...unasked(broken, cases, false),
    ...unasked(missing, cases, mayLeaveOut),
  ];
}

function unasked(
  reasons: Map<Checker, string>,
  cases: string[],
  leftOut: boolean,
): Finding[] {
  return [...reasons].flatMap(([{ name }, text]) =>
    [...cases, PLANTED].map(column => ({
      checker: name,
      case: column,
      text,
      leftOut,
    })),
  );
}
