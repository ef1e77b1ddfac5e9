// Stands in for Maven: compiles nothing and leaves the jar that the project's build would.
import fs from 'node:fs';
import path from 'node:path';
import { readOptions } from './options.mjs';

const { words, options } = readOptions(process.argv.slice(2));
const pomFile = path.resolve(options.f ?? options.file ?? 'pom.xml');
if (!fs.existsSync(pomFile)) {
  console.error(`[ERROR] there is no ${pomFile}`);
  process.exit(1);
}
const pom = fs
  .readFileSync(pomFile, 'utf8')
  .replace(/<parent>.*?<\/parent>/s, '');
const read = tag => new RegExp(`<${tag}>([^<]+)</${tag}>`).exec(pom)?.[1];
const jar = `${
  read('finalName') ?? `${read('artifactId')}-${read('version')}`
}.jar`;
const target = path.join(path.dirname(pomFile), 'target');
fs.mkdirSync(target, { recursive: true });
fs.writeFileSync(path.join(target, jar), 'a jar of the sandbox\n');
console.log(
  `[INFO] ${words.join(' ')} (not run in the sandbox)\n[INFO] BUILD SUCCESS`,
);
