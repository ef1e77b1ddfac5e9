import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import AdmZip from 'adm-zip';

const template = join(__dirname, '../../templates/fullstack-eks');

const tools = [
  {
    script: 'gradlew',
    overlay: 'skeleton-gradle',
    properties: 'gradle/wrapper/gradle-wrapper.properties',
    folder: 'gradle-1.0',
    program: 'bin/gradle',
    home: 'GRADLE_USER_HOME',
  },
  {
    script: 'mvnw',
    overlay: 'skeleton-maven',
    properties: '.mvn/wrapper/maven-wrapper.properties',
    folder: 'apache-maven-1.0',
    program: 'bin/mvn',
    home: 'MAVEN_USER_HOME',
  },
];

let work: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'build-script-'));
});
afterEach(() => rmSync(work, { recursive: true }));

describe.each(tools)(
  '$script',
  ({ script, overlay, properties, folder, program, home }) => {
    const backend = join(template, overlay, 'backend');

    /** A distribution that tells its arguments, and its SHA-256. */
    function aDistribution() {
      const zip = new AdmZip();
      zip.addFile(
        `${folder}/${program}`,
        Buffer.from('#!/bin/sh\necho "runs with $*"\n'),
        '',
        // An unpacked file keeps the mode that the archive gives it.
        0o755,
      );
      const path = join(work, `${folder}-bin.zip`);
      zip.writeZip(path);
      const sha256 = createHash('sha256')
        .update(readFileSync(path))
        .digest('hex');
      return { url: pathToFileURL(path).href, sha256 };
    }

    function run(url: string, sha256: string) {
      const project = join(work, 'project');
      mkdirSync(join(project, properties, '..'), { recursive: true });
      cpSync(join(backend, script), join(project, script));
      writeFileSync(
        join(project, properties),
        `distributionUrl=${url}\ndistributionSha256Sum=${sha256}\n`,
      );
      const { status, stdout } = spawnSync(join(project, script), ['build'], {
        env: { PATH: process.env.PATH, [home]: join(work, 'home') },
        encoding: 'utf8',
      });
      return { status, stdout };
    }

    it('pins one distribution by its SHA-256', () => {
      const text = readFileSync(join(backend, properties), 'utf8');
      expect(text).toMatch(
        /^distributionUrl=https\S+-\d+\.\d+\.\d+-bin\.zip$/m,
      );
      expect(text).toMatch(/^distributionSha256Sum=[0-9a-f]{64}$/m);
    });

    it('runs what it has fetched and checked, and the next time what it has', () => {
      const { url, sha256 } = aDistribution();
      expect(run(url, sha256)).toMatchObject({
        status: 0,
        stdout: expect.stringMatching(/runs with .*build/),
      });
      rmSync(join(work, `${folder}-bin.zip`));
      expect(run(url, sha256).status).toBe(0);
    });

    it('runs nothing that has another SHA-256', () => {
      const { url, sha256 } = aDistribution();
      const { status, stdout } = run(url, sha256.replace(/^./, 'x'));
      expect(status).not.toBe(0);
      expect(stdout).not.toContain('runs with');
    });
  },
);
