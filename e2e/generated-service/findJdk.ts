import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { MissingPartyError } from '../contract/runContract';

const OLDEST = 21;
const run = promisify(execFile);

/**
 * Home of a JDK that is new enough: the one that `JAVA_HOME` names, one below `/usr/lib/jvm`, or the one on PATH.
 *
 * @throws MissingPartyError that says how to get one.
 */
export async function findJdk(): Promise<string> {
  const installed = await readdir('/usr/lib/jvm').catch(() => []);
  const homes = [
    ...(process.env.JAVA_HOME ? [process.env.JAVA_HOME] : []),
    ...installed.map(name => join('/usr/lib/jvm', name)),
  ];
  for (const home of homes) {
    const release = await releaseOf(join(home, 'bin/java'));
    if (release >= OLDEST && existsSync(join(home, 'bin/javac'))) {
      return home;
    }
  }
  const onPath = await run('java', ['-XshowSettings:properties', '-version'])
    .then(({ stderr }) => /java\.home = (.*)/.exec(stderr)?.[1])
    .catch(() => undefined);
  if (onPath && (await releaseOf(join(onPath, 'bin/java'))) >= OLDEST) {
    return onPath;
  }
  throw new MissingPartyError(
    `it needs a JDK of ${OLDEST} or later: install one, such as Temurin of https://adoptium.net, and name its folder in JAVA_HOME.`,
  );
}

/** 0 for what is no Java. */
async function releaseOf(java: string): Promise<number> {
  if (!existsSync(java) || !existsSync(dirname(java))) {
    return 0;
  }
  const { stderr } = await run(java, ['-version']).catch(() => ({
    stderr: '',
  }));
  return Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0);
}
