import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Octokit } from '@octokit/rest';
import * as winston from 'winston';
import { installTools } from '../actions/run/tools';
import { ImageStore } from '../aws/imageStore';
import { Github, startGithub } from '../github/server';

const run = promisify(execFile);

/** A GitHub stand-in in a folder of its own, with the clients a test asks it by. */
export interface TestGithub {
  github: Github;
  octokit: Octokit;
  images: ImageStore;
  /** Runs the real git. */
  git(cwd: string, ...args: string[]): Promise<string>;
  /** A fresh folder. */
  createFolder(): string;
  /** Commits files to a new repository's main and pushes them. */
  push(
    repository: string,
    files: Record<string, string>,
    message?: string,
  ): Promise<string>;
  stop(): Promise<void>;
}

/** Starts a GitHub stand-in on a free port. @internal */
export async function startTestGithub(): Promise<TestGithub> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'sandbox-github-'));
  const images = new ImageStore(
    path.join(dir, 'aws'),
    '123456789012.dkr.ecr.eu-west-1.amazonaws.com',
  );
  const binDir = path.join(dir, 'bin');
  installTools(binDir, undefined);
  const github = await startGithub({
    port: 0,
    stateDir: path.join(dir, 'github'),
    token: 'sandbox-token',
    images,
    tools: {
      binDir,
      awsUrl: 'http://127.0.0.1:9',
      region: 'eu-west-1',
      kubeconfig: '/dev/null',
    },
    logger: winston.createLogger({ silent: true }),
  });
  const octokit = new Octokit({
    baseUrl: github.apiUrl,
    auth: 'sandbox-token',
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
  const createFolder = () => fs.mkdtempSync(path.join(dir, 'folder-'));
  const git = async (cwd: string, ...args: string[]) => {
    const { stdout } = await run(
      'git',
      ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.com', ...args],
      {
        cwd,
        env: { PATH: process.env.PATH, HOME: dir, GIT_TERMINAL_PROMPT: '0' },
      },
    );
    return stdout;
  };
  return {
    github,
    octokit,
    images,
    git,
    createFolder,
    push: async (repository, files, message = 'Change') => {
      const clone = createFolder();
      const url = new URL(`${github.url}/${repository}.git`);
      url.username = 'x-access-token';
      url.password = 'sandbox-token';
      await git(clone, 'clone', '--quiet', url.href, '.');
      for (const [file, text] of Object.entries(files)) {
        fs.mkdirSync(path.dirname(path.join(clone, file)), { recursive: true });
        fs.writeFileSync(path.join(clone, file), text);
      }
      await git(clone, 'add', '--all');
      await git(clone, 'commit', '--quiet', '--message', message);
      await git(clone, 'push', '--quiet', 'origin', 'HEAD:main');
      return clone;
    },
    stop: async () => {
      await github.stop();
      fs.rmSync(dir, { recursive: true, force: true });
    },
  };
}
