import { createHash, type Hash } from 'node:crypto';
import { join } from 'node:path';
import { type FileTree, readTree } from '@eks-deploy/template-dry-run';
import type { Checker } from './checkers/Checker';

/** Whatever decides how a checker is called: its own file, the schemas and configuration beside it, how it is installed. */
const OWN_SOURCES = [
  join(__dirname, 'checkers'),
  join(__dirname, 'crd-schemas'),
  join(__dirname, '../aws-contract'),
];

/** The same as at another time if neither the checker has changed nor, of these files, one that it reads. */
export type Fingerprint = (checker: Checker, files: FileTree) => string;

/** Reads the checkers' own sources, once. */
export async function createFingerprint(): Promise<Fingerprint> {
  const own = createHash('sha256').update(process.version);
  for (const folder of OWN_SOURCES) {
    addTree(own, await readTree(folder));
  }
  const sources = own.digest('hex');
  return (checker, files) => {
    const hash = createHash('sha256').update(sources);
    const tools = Object.values(checker.tools).map(({ folder }) => folder);
    hash.update(JSON.stringify([checker.name, tools]));
    addTree(hash, readBy(checker, files));
    return hash.digest('hex').slice(0, 32);
  };
}

/** The files that a checker is shown. */
export function readBy(checker: Checker, files: FileTree): FileTree {
  return Object.fromEntries(
    Object.entries(files).filter(([path]) => checker.reads(path)),
  );
}

function addTree(hash: Hash, files: FileTree): void {
  for (const path of Object.keys(files).sort()) {
    const { content, executable } = files[path];
    hash.update(JSON.stringify([path, executable, content.length]));
    hash.update(content);
  }
}
