import { readFile, writeFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import prettier from 'prettier';
import { parse } from 'yaml';
import { repositoryRoot } from './repositoryRoot';

// The API is written once, in openapi.yaml; the router's validation and the client's types are made from it here.
const source = join(
  repositoryRoot,
  'plugins/eks-deploy-backend/src/schema/openapi.yaml',
);
const banner =
  '// Generated from openapi.yaml by `./yarnw openapi`; not edited by hand.\n';

async function generate(): Promise<Record<string, string>> {
  const text = await readFile(source, 'utf8');
  const types = astToString(await openapiTS(text, { exportType: true }))
    .replace(/^export interface (\S+) \{/gm, 'export type $1 = {')
    // Tags that TSDoc does not know.
    .replace(/@description |@enum \{\w+\}|@constant/g, '')
    .replace(/^[ \t]*\/\*\*\s*\*\/\n/gm, '')
    .replace(
      /^export type (\S+)/gm,
      '/**\n * The $1 of openapi.yaml.\n *\n * @public\n */\n$&',
    );
  const spec = `export const spec = ${JSON.stringify(parse(text))} as const;\n`;
  return {
    'plugins/eks-deploy-common/src/schema/openapi/generated/types.ts': types,
    'plugins/eks-deploy-backend/src/schema/openapi/generated/spec.ts': spec,
  };
}

async function main() {
  const check = process.argv.includes('--check');
  const options = await prettier.resolveConfig(source);
  for (const [path, content] of Object.entries(await generate())) {
    const wanted = prettier.format(banner + content, {
      ...options,
      parser: 'typescript',
    });
    const target = join(repositoryRoot, path);
    if (check) {
      const found = await readFile(target, 'utf8').catch(() => '');
      if (found !== wanted) {
        throw new Error(
          `${path} is not what openapi.yaml gives: run ./yarnw openapi and commit it.`,
        );
      }
    } else {
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, wanted);
    }
  }
}

main().catch(error => {
  console.error(error.message);
  process.exitCode = 1;
});
