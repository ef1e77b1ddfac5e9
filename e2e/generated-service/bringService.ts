import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { replaceTree, type FileTree } from '@eks-deploy/template-dry-run';
import { bringFolder, cacheFolder } from '../contract/cacheFolder';
import { startRenderer } from '../template/renderCase';
import { buildService, type Build } from './buildService';

const KEPT_MS = 24 * 60 * 60 * 1000;

/** A built service and where it lies. */
export interface BuiltService extends Build {
  dir: string;
}

/** Renders the template's Maven case and builds it, unless exactly that has been built here before. */
export async function bringService(
  jdk: string,
  onProgress: (message: string) => void,
): Promise<BuiltService> {
  onProgress('renders the case maven');
  const renderer = await startRenderer();
  const tree = await renderer.render('maven').finally(() => renderer.stop());
  const dir = cacheFolder('generated-service', fingerprint(tree, jdk));
  await bringFolder(dir, async into => {
    await replaceTree(into, tree);
    const build = await buildService(into, jdk, onProgress);
    await writeFile(join(into, 'build.json'), JSON.stringify(build));
  });
  await forgetOthers(dir);
  const build: Build = JSON.parse(
    await readFile(join(dir, 'build.json'), 'utf8'),
  );
  return { ...build, dir };
}

/** Of the tiers alone: manifests and documentation change nothing about the builds. */
function fingerprint(tree: FileTree, jdk: string): string {
  const hash = createHash('sha256').update(jdk);
  for (const path of Object.keys(tree).sort()) {
    if (/^(backend|frontend)\//.test(path)) {
      hash.update(`\0${path}\0`).update(tree[path].content);
    }
  }
  return hash.digest('hex').slice(0, 16);
}

async function forgetOthers(kept: string) {
  for (const name of await readdir(dirname(kept))) {
    const dir = join(dirname(kept), name);
    const { mtimeMs } = await stat(dir);
    if (dir !== kept && Date.now() - mtimeMs > KEPT_MS) {
      await rm(dir, { recursive: true, force: true });
    }
  }
}
