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

/** One checker and the case that it judges. */
export type Asked = Pick<Finding, 'checker' | 'case'>;

/**
 * Has each checker judge each case, and find the fault that is planted for it. What is found of a
 * case is handed on before the next one is rendered.
 *
 * @param mayLeaveOut - whether a checker whose language is missing may be left out; otherwise that is a finding
 */
export async function checkCases(options: {
  cases: string[];
  checkers: Checker[];
  mayLeaveOut: boolean;
  onProgress(message: string): void;
  onBegin(asked: Asked): void;
  onFinding(finding: Finding): void;
}): Promise<void> {
  const { cases, checkers, mayLeaveOut, onProgress } = options;
  const { onBegin, onFinding } = options;
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
      const asked = ready.map(checker => ({
        checker: checker.name,
        case: name,
      }));
      asked.forEach(onBegin);
      const judgements = await Promise.all(
        ready.map(checker => judge(checker, files)),
      );
      judgements.forEach((judgement, index) =>
        onFinding({ ...asked[index], ...judgement }),
      );
    }
    for (const fault of faults) {
      const checker = ready.find(({ name }) => name === fault.for);
      if (checker) {
        onProgress(`planting for ${fault.for}: ${fault.what}`);
        const asked = { checker: fault.for, case: PLANTED };
        onBegin(asked);
        const files = await render(fault.case);
        onFinding({
          ...asked,
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
  unasked(broken, cases, false).forEach(onFinding);
  unasked(missing, cases, mayLeaveOut).forEach(onFinding);
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
