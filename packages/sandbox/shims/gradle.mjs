// Stands in for Gradle: compiles nothing and leaves the jar that the project's build would.
import fs from 'node:fs';
import path from 'node:path';
import { readOptions } from './options.mjs';

const { words, options } = readOptions(process.argv.slice(2));
const project = path.resolve(options['project-dir'] ?? options.p ?? '.');

function read(...names) {
  const file = names
    .map(name => path.join(project, name))
    .find(name => fs.existsSync(name));
  return file ? fs.readFileSync(file, 'utf8') : '';
}

const build = read('build.gradle.kts', 'build.gradle');
if (!build) {
  console.error(`FAILURE: there is no Gradle build in ${project}`);
  process.exit(1);
}
const name =
  /rootProject\.name\s*=\s*["']([^"']+)/.exec(
    read('settings.gradle.kts', 'settings.gradle'),
  )?.[1] ?? path.basename(project);
const version = /^version\s*=\s*["']([^"']+)/m.exec(build)?.[1];
const jar =
  /archiveFileName(?:\.set\(|\s*=\s*)["']([^"']+)/.exec(build)?.[1] ??
  `${name}${version ? `-${version}` : ''}.jar`;

for (const task of words)
  console.log(`> Task :${task} (not run in the sandbox)`);
const libs = path.join(project, 'build', 'libs');
fs.mkdirSync(libs, { recursive: true });
fs.writeFileSync(path.join(libs, jar), 'a jar of the sandbox\n');
console.log('\nBUILD SUCCESSFUL');
