// Stands in for a JavaScript package manager: installs nothing, and a build leaves a page in dist/.
import fs from 'node:fs';
import path from 'node:path';
import { readOptions } from './options.mjs';

const { words, options } = readOptions(process.argv.slice(2));
const project = path.resolve(options.prefix ?? options.C ?? '.');
const [command, script] = words;

if (!fs.existsSync(path.join(project, 'package.json'))) {
  console.error(
    `npm error code ENOENT\nnpm error there is no package.json in ${project}`,
  );
  process.exit(254);
}
console.log(`${words.join(' ')} (not run in the sandbox)`);
if (command === 'build' || (command === 'run' && script === 'build')) {
  const dist = path.join(project, 'dist');
  fs.mkdirSync(dist, { recursive: true });
  fs.writeFileSync(
    path.join(dist, 'index.html'),
    '<!doctype html><title>sandbox</title>\n',
  );
}
