import { createHash } from 'node:crypto';
import type { FileTree } from '@eks-deploy/template-dry-run';
import type { Checker } from '../checkers/Checker';
import type { Judge, Judgement } from '../createJudge';
import type { Fingerprint } from '../fingerprint';
import type { PassedBefore } from '../passedBefore';
import type { Fault } from './Fault';

/** Column of the table. */
export const PLANTED = 'planted';

/**
 * Plants a fault and says what is wrong with who reports it; an empty text means just those that should.
 *
 * @throws Error if the file no longer says what the fault replaces
 */
export async function findPlanted(options: {
  fault: Fault;
  files: FileTree;
  checkers: Checker[];
  judge: Judge;
  fingerprint: Fingerprint;
  passedBefore: PassedBefore;
}): Promise<Judgement> {
  const { fault, files, checkers, judge, fingerprint, passedBefore } = options;
  const planted = plant(fault, files);
  const id = createHash('sha256')
    .update(JSON.stringify(Object.entries(fault.reportedBy).map(String)))
    .update(checkers.map(each => fingerprint(each, planted)).join())
    .digest('hex');
  if (await passedBefore.has(id)) {
    return { text: '', cached: true };
  }
  const problems = await Promise.all(
    checkers.map(async checker => {
      const { text } = await judge(checker, planted);
      return problemWith(checker.name, text, fault.reportedBy[checker.name]);
    }),
  );
  const text = problems.filter(Boolean).join('\n');
  if (text) {
    return { text: `${fault.what} in ${fault.path}:\n${text}`, cached: false };
  }
  await passedBefore.add(id);
  return { text, cached: false };
}

function problemWith(name: string, text: string, expected?: RegExp): string {
  if (!expected) {
    return text && `${name}, which it isn't for, says: ${text}`;
  }
  return expected.test(text)
    ? ''
    : `${name} should say ${expected}, and says: ${text || 'nothing'}`;
}

function plant({ path, replace, what }: Fault, files: FileTree): FileTree {
  const { [path]: file } = files;
  const before = file?.content.toString();
  const after = before?.replace(...replace);
  if (!after || after === before) {
    throw new Error(
      `"${what}" can't be planted: ${path} has no ${replace[0]}; change the fault.`,
    );
  }
  return { ...files, [path]: { ...file, content: Buffer.from(after) } };
}
