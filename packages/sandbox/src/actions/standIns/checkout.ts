import fs from 'node:fs';
import path from 'node:path';
import { runProcess } from '../run/process';
import { createStepEnvironment } from '../run/stepEnvironment';
import { preinstallGradle } from './gradle';
import { StandIn } from './types';

/** `actions/checkout`: a real clone, with the job's credentials in the clone's own configuration. */
export const checkout: StandIn = async ({ context, inputs }) => {
  const { run, workspace, services, token } = context;
  const repository = inputs.repository || run.repository;
  const dir = path.resolve(workspace, inputs.path || '.');
  const url = `${services.host.serverUrl}/${repository}`;
  const credentials = Buffer.from(`x-access-token:${inputs.token || token}`);
  const header = `AUTHORIZATION: basic ${credentials.toString('base64')}`;
  const setting = `http.${services.host.serverUrl}/.extraheader`;
  const ref = inputs.ref || run.ref;
  const branch = ref.replace(/^refs\/(heads|tags)\//, '');
  const isCommit = /^[0-9a-f]{40}$/.test(ref);
  const depth = Number(inputs['fetch-depth'] ?? 1);
  // Without a ref of its own the run's commit is taken, though its branch may have moved on.
  const named = isCommit ? ref : branch;
  const wanted = inputs.ref ? named : run.sha;

  const git = async (...args: string[]) => {
    context.log.write(`[command]git ${args.join(' ')}`);
    const code = await runProcess('git', args, {
      cwd: dir,
      env: {
        ...createStepEnvironment(context, {}, {}),
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: setting,
        GIT_CONFIG_VALUE_0: header,
        GIT_TERMINAL_PROMPT: '0',
      },
      signal: context.signal,
      onLine: line => context.log.write(line),
    });
    if (code !== 0)
      throw new Error(`The process 'git' failed with exit code ${code}`);
  };

  fs.mkdirSync(dir, { recursive: true });
  await git('init', '--quiet', '--initial-branch=main');
  await git('remote', 'add', 'origin', url);
  if (inputs['persist-credentials'] !== 'false') {
    // Not by `git config`, which would print the token as its argument.
    fs.appendFileSync(
      path.join(dir, '.git', 'config'),
      `[http "${services.host.serverUrl}/"]\n\textraheader = ${header}\n`,
    );
  }
  await git(
    'fetch',
    '--quiet',
    '--no-tags',
    ...(depth > 0 ? [`--depth=${depth}`] : []),
    'origin',
    wanted,
  );
  if (isCommit) {
    await git('checkout', '--quiet', '--detach', 'FETCH_HEAD');
  } else {
    await git('update-ref', `refs/remotes/origin/${branch}`, 'FETCH_HEAD');
    await git(
      'checkout',
      '--quiet',
      '-B',
      branch,
      `refs/remotes/origin/${branch}`,
    );
  }
  preinstallGradle(dir, context.home, services.tools.binDir);
  return { ref, commit: run.sha };
};
