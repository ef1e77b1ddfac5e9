import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type FileTree, replaceTree } from '@eks-deploy/template-dry-run';
import type { Checker } from './checkers/Checker';
import { type Fingerprint, readBy } from './fingerprint';
import type { PassedBefore } from './passedBefore';

/** What a checker says of the files it reads. */
export interface Judgement {
  /** Empty when there is nothing to say. */
  text: string;
  /** It had nothing to say of the same files before, and wasn't asked again. */
  cached: boolean;
}

export type Judge = (checker: Checker, files: FileTree) => Promise<Judgement>;

/**
 * Lets checkers judge files, each only once: cases differ in few files, and a checker is shown only those it reads.
 *
 * @param root - an empty folder to work in
 * @param toolDirs - where a checker's tools are
 */
export function createJudge(options: {
  root: string;
  toolDirs: Map<Checker, Record<string, string>>;
  fingerprint: Fingerprint;
  passedBefore: PassedBefore;
}): Judge {
  const { root, toolDirs, fingerprint, passedBefore } = options;
  const judged = new Map<string, Promise<string>>();

  async function run(checker: Checker, files: FileTree, id: string) {
    const dir = join(root, id);
    await replaceTree(dir, files);
    const text = await checker
      .check({ dir, files }, toolDirs.get(checker) ?? {})
      .catch(String);
    await rm(dir, { recursive: true, force: true });
    if (!text && !checker.quick) {
      await passedBefore.add(id);
    }
    return text;
  }

  return async (checker, files) => {
    const id = fingerprint(checker, files);
    const already = judged.get(id);
    if (already) {
      return { text: await already, cached: false };
    }
    if (await passedBefore.has(id)) {
      return { text: '', cached: true };
    }
    const running = judged.get(id) ?? run(checker, readBy(checker, files), id);
    judged.set(id, running);
    return { text: await running, cached: false };
  };
}
