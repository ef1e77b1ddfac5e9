import fs from 'node:fs';
import path from 'node:path';

const PROPERTIES = path.join('gradle', 'wrapper', 'gradle-wrapper.properties');

/**
 * Puts the sandbox's Gradle where a `gradlew` that checks its download by SHA-256 keeps it, as if an
 * earlier build had fetched it: there is no network to fetch it from.
 */
export function preinstallGradle(dir: string, home: string, binDir: string) {
  const projects = [dir, ...listFolders(dir)];
  for (const project of projects) {
    const file = path.join(project, PROPERTIES);
    if (!fs.existsSync(file)) continue;
    const text = fs.readFileSync(file, 'utf8');
    const sha256 = /^distributionSha256Sum=(\S+)/m.exec(text)?.[1];
    const name = /^distributionUrl=.*\/(gradle-[^/]+?)-bin\.zip/m.exec(
      text,
    )?.[1];
    if (!sha256 || !name) continue;
    const bin = path.join(
      home,
      '.gradle',
      'distributions',
      sha256,
      name,
      'bin',
    );
    fs.mkdirSync(bin, { recursive: true });
    fs.copyFileSync(path.join(binDir, 'gradle'), path.join(bin, 'gradle'));
  }
}

function listFolders(dir: string): string[] {
  return fs
    .readdirSync(dir, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && entry.name !== '.git')
    .map(entry => path.join(dir, entry.name));
}
