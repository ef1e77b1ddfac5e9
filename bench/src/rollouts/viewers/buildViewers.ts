import { join } from 'node:path';
import { build } from 'esbuild';
import { benchFolder } from '../../benchFolder';

/**
 * Bundles the viewers as a portal's app is bundled: from the published modules, for production.
 *
 * @returns The file, to be run by Node.
 */
export async function buildViewers(): Promise<string> {
  const outfile = join(
    benchFolder,
    '../node_modules/.cache/eks-deploy-bench/viewers.cjs',
  );
  await build({
    entryPoints: [join(benchFolder, 'src/rollouts/viewers/main.tsx')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    jsx: 'automatic',
    mainFields: ['module', 'main'],
    conditions: ['import'],
    define: { 'process.env.NODE_ENV': '"production"' },
    // Parts of these packages that viewers don't use, but that esbuild can't leave out, name them.
    loader: { '.css': 'empty', '.svg': 'empty', '.woff2': 'empty' },
    external: ['jsdom'],
    logLevel: 'error',
  });
  return outfile;
}
