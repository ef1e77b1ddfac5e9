import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './runCommand';

/** What the builds of both tiers left behind. */
export interface Build {
  /** What the backend's tests run with, separated by colons: a Kafka broker and an S3 are among it. */
  testClassPath: string;
  /** Tests of its own that each tier passed. */
  passed: { backend: number; frontend: number };
}

/** Where a build leaves the backend as its Dockerfile lays it out, to be started by `java -jar app.jar` in it. */
export const backendDir = (service: string) =>
  join(service, 'backend/build/image');

/** Builds a rendered service in its folder, each tier by its own commands and with its own tests. */
export async function buildService(
  dir: string,
  jdk: string,
  onProgress: (message: string) => void,
): Promise<Build> {
  const backend = await buildBackend(join(dir, 'backend'), jdk, onProgress);
  const frontend = await buildFrontend(join(dir, 'frontend'), onProgress);
  return {
    testClassPath: backend.testClassPath,
    passed: { backend: backend.passed, frontend: frontend.passed },
  };
}

async function buildBackend(
  cwd: string,
  jdk: string,
  onProgress: (message: string) => void,
) {
  const env = { ...process.env, JAVA_HOME: jdk };
  onProgress('builds and tests the backend: ./mvnw verify');
  await runCommand(
    './mvnw',
    ['--batch-mode', '--no-transfer-progress', 'verify'],
    { cwd, env },
  );
  await runCommand(
    './mvnw',
    [
      '--batch-mode',
      '--quiet',
      'dependency:build-classpath',
      '-Dmdep.outputFile=build/class-path',
    ],
    { cwd, env },
  );
  const layers = join(cwd, 'build/layers');
  await runCommand(
    join(jdk, 'bin/java'),
    [
      ...['-Djarmode=tools', '-jar', 'build/libs/app.jar'],
      ...['extract', '--layers', '--destination', layers],
    ],
    { cwd, env },
  );
  const dir = backendDir(join(cwd, '..'));
  await mkdir(dir);
  for (const layer of await layersOf(join(cwd, 'Dockerfile'))) {
    await cp(join(layers, layer), dir, { recursive: true });
  }
  return {
    testClassPath: (
      await readFile(join(cwd, 'build/class-path'), 'utf8')
    ).trim(),
    passed: await countPassed(join(cwd, 'build/surefire-reports')),
  };
}

/** In the order in which the Dockerfile copies them. */
async function layersOf(dockerfile: string): Promise<string[]> {
  const text = await readFile(dockerfile, 'utf8');
  return [...text.matchAll(/^COPY --from=layers \/layers\/([^/]+)\//gm)].map(
    ([, layer]) => layer,
  );
}

async function countPassed(reports: string): Promise<number> {
  let passed = 0;
  for (const name of await readdir(reports)) {
    if (name.startsWith('TEST-')) {
      const report = await readFile(join(reports, name), 'utf8');
      const count = (what: string) =>
        Number(new RegExp(` ${what}="(\\d+)"`).exec(report)?.[1] ?? 0);
      passed +=
        count('tests') - count('errors') - count('failures') - count('skipped');
    }
  }
  return passed;
}

async function buildFrontend(
  cwd: string,
  onProgress: (message: string) => void,
) {
  const { env } = process;
  onProgress('builds and tests the frontend: npm ci, npm test, npm run build');
  await runCommand('npm', ['ci', '--no-audit', '--no-fund'], { cwd, env });
  await runCommand(
    'npm',
    ['test', '--', '--reporter=json', '--outputFile=report.json'],
    { cwd, env },
  );
  const report = JSON.parse(await readFile(join(cwd, 'report.json'), 'utf8'));
  await runCommand('npm', ['run', 'build'], { cwd, env });
  await rm(join(cwd, 'node_modules'), { recursive: true });
  return { passed: Number(report.numPassedTests) };
}
