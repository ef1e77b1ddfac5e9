import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileTree } from '@eks-deploy/template-dry-run';
import type { Checker } from './checkers/Checker';
import { createJudge } from './createJudge';
import { createFingerprint } from './fingerprint';
import type { PassedBefore } from './passedBefore';

const tree = (files: Record<string, string>): FileTree =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      { content: Buffer.from(text), executable: false },
    ]),
  );

/** Dislikes the word "bad" in YAML, and keeps what it was shown. */
function aChecker() {
  const shown: string[][] = [];
  const checker: Checker = {
    name: 'strict',
    tools: {},
    reads: path => path.endsWith('.yaml'),
    async check({ dir, files }) {
      shown.push(await readdir(dir));
      return Object.values(files).some(({ content }) => content.includes('bad'))
        ? 'bad'
        : '';
    },
  };
  return { checker, shown };
}

function rememberedIn(ids: Set<string>): PassedBefore {
  return {
    has: async id => ids.has(id),
    add: async id => void ids.add(id),
  };
}

describe('a judge', () => {
  let root: string;
  const ids = new Set<string>();

  beforeEach(async () => {
    ids.clear();
    root = await mkdtemp(join(tmpdir(), 'eks-deploy-judge-'));
  });
  afterEach(() => rm(root, { recursive: true }));

  const aJudge = async () =>
    createJudge({
      root,
      toolDirs: new Map(),
      fingerprint: await createFingerprint(),
      passedBefore: rememberedIn(ids),
    });

  it('shows a checker the files it reads, and no other', async () => {
    const { checker, shown } = aChecker();
    const judge = await aJudge();
    const files = tree({ 'a.yaml': 'good', 'b.txt': 'bad' });
    expect(await judge(checker, files)).toEqual({ text: '', cached: false });
    expect(shown).toEqual([['a.yaml']]);
  });

  it('asks once for cases that differ in other files only', async () => {
    const { checker, shown } = aChecker();
    const judge = await aJudge();
    await Promise.all(
      ['one', 'two'].map(text =>
        judge(checker, tree({ 'a.yaml': 'good', 'b.txt': text })),
      ),
    );
    expect(shown).toHaveLength(1);
  });

  it('remembers from run to run what passed, until a file changes', async () => {
    const { checker, shown } = aChecker();
    await (
      await aJudge()
    )(checker, tree({ 'a.yaml': 'good' }));
    const judge = await aJudge();
    expect(await judge(checker, tree({ 'a.yaml': 'good' }))).toEqual({
      text: '',
      cached: true,
    });
    expect(await judge(checker, tree({ 'a.yaml': 'bad' }))).toEqual({
      text: 'bad',
      cached: false,
    });
    expect(shown).toHaveLength(2);
  });

  it('looks again at what has not passed', async () => {
    const { checker, shown } = aChecker();
    await (
      await aJudge()
    )(checker, tree({ 'a.yaml': 'bad' }));
    await (
      await aJudge()
    )(checker, tree({ 'a.yaml': 'bad' }));
    expect(shown).toHaveLength(2);
  });
});
