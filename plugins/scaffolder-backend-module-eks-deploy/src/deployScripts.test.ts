import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { examplesDir, templateDir } from './__testUtils__/paths';

const run = promisify(execFile);
const digest = `sha256:${'a'.repeat(64)}`;
const registry = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
const image = `${registry}/chat-backend:1.2@${digest}`;
const manifest = 'deploy/staging/backend/deployment.yaml';

// A stand-in that answers what each test says and notes what it was asked.
const tool = (name: string) => `#!/usr/bin/env bash
echo "${name} $*" >> "$TOOL_LOG"
case "$*" in
"get namespace"*) [ -z "\${NAMESPACE_MISSING:-}" ] ;;
"apply --filename"*namespace.yaml) [ -z "\${NAMESPACE_MISSING:-}" ] ;;
*--ignore-not-found*) [ -z "\${EXISTS:-}" ] || echo deployment.apps/chat-backend ;;
"get --filename"*) echo deployment.apps/chat-backend ;;
"rollout status"*--timeout=10m) [ -z "\${ROLLOUT_FAILS:-}" ] ;;
"ecr describe-images"*"--output text") echo ${digest} ;;
"ecr describe-images"*) [ -z "\${IMAGE_MISSING:-}" ] ;;
*"tar --extract"*) cat > /dev/null ;;
esac
`;

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'deploy-scripts-'));
  const work = join(dir, 'work');
  await run('git', [
    'init',
    '--quiet',
    '--bare',
    '--initial-branch=main',
    join(dir, 'chat.git'),
  ]);
  await run('git', ['init', '--quiet', '--initial-branch=main', work]);
  await cp(join(examplesDir, 'chat/.github'), join(work, '.github'), {
    recursive: true,
  });
  await cp(join(examplesDir, 'chat/deploy'), join(work, 'deploy'), {
    recursive: true,
  });
  await commitAndPush(work, 'created');
  for (const name of ['kubectl', 'aws', 'curl', 'docker']) {
    await writeFile(join(dir, name), tool(name), { mode: 0o755 });
  }
});

afterEach(() => rm(dir, { recursive: true, force: true }));

async function commitAndPush(work: string, message: string) {
  const author = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'];
  await run('git', ['add', '--all'], { cwd: work });
  await run('git', [...author, 'commit', '--quiet', '--message', message], {
    cwd: work,
  });
  await run('git', ['push', '--quiet', join(dir, 'chat.git'), 'HEAD:main'], {
    cwd: work,
  });
}

/** Runs a script as the workflow does and tells how it ended. */
async function script(name: string, env: Record<string, string> = {}) {
  const options = {
    cwd: join(dir, 'work'),
    env: {
      ...process.env,
      PATH: `${dir}:${process.env.PATH}`,
      TOOL_LOG: join(dir, 'tools.log'),
      GITHUB_SERVER_URL: `file://${dir}`,
      GITHUB_REPOSITORY: 'chat',
      GITHUB_TOKEN: 'unused',
      GITHUB_RUN_ID: '7',
      GITHUB_ACTOR: 'ada',
      GITHUB_SHA: '0'.repeat(40),
      GITHUB_OUTPUT: join(dir, 'output'),
      TIER: 'backend',
      ENVIRONMENT: 'staging',
      IMAGE: image,
      ECR_REGISTRY: registry,
      SERVICE: 'chat',
      AWS_REGION: 'eu-west-1',
      KUBE_NAMESPACE: 'chat',
      ...env,
    },
  };
  return run('bash', [`.github/scripts/${name}.sh`], options).then(
    ({ stdout }) => ({ ok: true, stdout }),
    ({ stdout }) => ({ ok: false, stdout: String(stdout) }),
  );
}

const pushed = async (...git: string[]) =>
  (await run('git', ['-C', join(dir, 'chat.git'), ...git])).stdout.trim();
const tools = () => readFile(join(dir, 'tools.log'), 'utf8');

describe('check-image', () => {
  it('accepts an image that is in ECR', async () => {
    expect(await script('check-image')).toMatchObject({ ok: true });
    expect(await tools()).toContain(
      `--repository-name chat-backend --image-ids imageDigest=${digest}`,
    );
  });

  it("asks the image's own account and region, not the cluster's", async () => {
    await script('check-image', { AWS_REGION: 'us-east-1' });
    expect(await tools()).toContain(
      '--registry-id 123456789012 --region eu-west-1',
    );
  });

  it.each<[string, Record<string, string>, string]>([
    [
      'a tier that is none',
      { TIER: 'database' },
      'tier: "database" is neither',
    ],
    [
      'an environment without a folder',
      { ENVIRONMENT: 'moon' },
      'environment: there is no deploy/moon/',
    ],
    [
      'a way out of the folder',
      { ENVIRONMENT: '../deploy/staging' },
      'environment: there is no',
    ],
    [
      'a short reference',
      { IMAGE: 'chat-backend:1.2' },
      'image: "chat-backend:1.2" is not a full ECR reference',
    ],
    [
      "the other tier's image",
      { IMAGE: `${registry}/chat-frontend:1.2` },
      `is not from this service's backend repository; deploy one from ${registry}/chat-backend.`,
    ],
    [
      "another service's image",
      { IMAGE: `${registry}/orders-backend:1.2` },
      "is not from this service's backend repository",
    ],
    [
      'a repository whose name ends like ours',
      { IMAGE: `${registry}/team/chat-backend:1.2` },
      "is not from this service's backend repository",
    ],
    [
      "another account's image",
      { IMAGE: image.replace('123456789012', '210987654321') },
      "is not from this service's backend repository",
    ],
    [
      "another region's image",
      { IMAGE: image.replace('eu-west-1', 'eu-central-1') },
      "is not from this service's backend repository",
    ],
    [
      'a workflow command in a line of its own',
      { IMAGE: 'x\r\n::add-mask::chat%' },
      '::error::image: "x%0D%0A::add-mask::chat%25" is not a full ECR',
    ],
    [
      'a reference without version',
      { IMAGE: `${registry}/chat-backend` },
      'has neither a tag nor a digest',
    ],
    [
      'an image that is not in ECR',
      { IMAGE_MISSING: '1' },
      'is not in ECR; deploy one that',
    ],
  ])('refuses %s', async (_, env, message) => {
    const { ok, stdout } = await script('check-image', env);
    expect(ok).toBe(false);
    expect(stdout).toMatch(/^::error::.*\n$/);
    expect(stdout).toContain(message);
  });
});

describe('check-namespace', () => {
  it('creates nothing when the namespace is there', async () => {
    expect(await script('check-namespace')).toMatchObject({ ok: true });
    expect(await tools()).not.toContain('apply');
  });

  it('names the command for an administrator when it may not create it', async () => {
    const { ok, stdout } = await script('check-namespace', {
      NAMESPACE_MISSING: '1',
    });
    expect(ok).toBe(false);
    expect(stdout).toContain(
      '::error::namespace chat is missing; ask a cluster administrator to run: kubectl apply --filename deploy/staging/namespace.yaml',
    );
  });
});

describe('commit-image', () => {
  it('commits the image and why, without starting a workflow', async () => {
    await script('commit-image', { REASON: 'say "hi" \\ now\n& | then' });
    const written = await pushed('show', `main:${manifest}`);
    expect(written).toContain(`image: ${image} # deploy: image`);
    expect(written).toContain(
      'change-cause: "backend chat-backend:1.2 by ada, run 7: say hi now & | then" # deploy: cause',
    );
    expect(await pushed('log', '-1', '--format=%s|%an')).toBe(
      'deploy: backend to staging [skip ci]|github-actions[bot]',
    );
    expect(await pushed('diff', '--name-only', 'main~1', 'main')).toBe(
      manifest,
    );
  });

  it('puts its commit on top of what others pushed meanwhile', async () => {
    const other = join(dir, 'other');
    await run('git', ['clone', '--quiet', join(dir, 'chat.git'), other]);
    await writeFile(join(other, 'news.txt'), 'news');
    await commitAndPush(other, 'other');

    expect(await script('commit-image')).toMatchObject({ ok: true });
    expect(await pushed('log', '--format=%s')).toBe(
      'deploy: backend to staging [skip ci]\nother\ncreated',
    );
  });

  describe('when the push is rejected', () => {
    /** What GitHub says in the place of a pre-receive hook. */
    const rejectBy = (message: string) =>
      writeFile(
        join(dir, 'chat.git/hooks/pre-receive'),
        `#!/bin/sh\necho x >> "$PWD/attempts"\necho "${message}" >&2\nexit 1\n`,
        { mode: 0o755 },
      );
    const attempts = async () =>
      (await readFile(join(dir, 'chat.git/attempts'), 'utf8')).length / 2;

    it.each([
      [
        'a ruleset',
        'error: GH013: Repository rule violations found for refs/heads/main.',
        'main is protected',
      ],
      [
        'a protected branch',
        'error: GH006: Protected branch update failed for refs/heads/main.',
        'main is protected',
      ],
      [
        'a token that may not write',
        'Permission to example-org/chat.git denied to github-actions[bot].',
        'may not write to chat',
      ],
    ])('stops at once because of %s', async (_, message, sentence) => {
      await rejectBy(message);
      const { ok, stdout } = await script('commit-image');
      expect(ok).toBe(false);
      expect(stdout).toContain(message);
      expect(stdout).toMatch(
        new RegExp(`::error::.*${sentence}.*docs/adr/0002-who-writes-to-main`),
      );
      expect(stdout).not.toContain('moved on');
      expect(await attempts()).toBe(1);
    });

    it('tries again for any other reason, and says it', async () => {
      await rejectBy('error: try again later');
      await writeFile(join(dir, 'sleep'), '#!/bin/sh\n', { mode: 0o755 });
      const { ok, stdout } = await script('commit-image');
      expect(ok).toBe(false);
      expect(stdout).toContain('try again later');
      expect(stdout).not.toContain('moved on');
      expect(stdout).toContain('in five attempts');
      expect(await attempts()).toBe(5);
    });
  });

  it('commits nothing when the manifest has the image and the cause already', async () => {
    await script('commit-image');
    await script('commit-image');
    expect(await pushed('rev-list', '--count', 'main')).toBe('2');
  });
});

describe('roll-out', () => {
  it('applies the folder and waits', async () => {
    expect(await script('roll-out')).toMatchObject({ ok: true });
    expect(await tools()).toMatch(
      /kubectl apply --filename deploy\/staging\/backend\/serviceaccount\.yaml .* --filename deploy\/staging\/backend\n[^]*kubectl rollout status/,
    );
    expect(await tools()).not.toContain('rollout undo');
  });

  it('goes back on the cluster and in git when the rollout fails', async () => {
    await script('commit-image');
    const COMMIT = await pushed('rev-parse', 'main');
    const { ok } = await script('roll-out', {
      EXISTS: '1',
      ROLLOUT_FAILS: '1',
      COMMIT,
    });
    expect(ok).toBe(false);
    expect(await tools()).toContain(
      'kubectl rollout undo --namespace chat deployment.apps/chat-backend',
    );
    expect(await pushed('log', '-1', '--format=%s')).toBe(
      'revert: backend to staging [skip ci]',
    );
    expect(await pushed('diff', '--name-only', 'main~2', 'main')).toBe('');
  });

  it('says that there is nothing to go back to when the first rollout fails', async () => {
    const { ok, stdout } = await script('roll-out', { ROLLOUT_FAILS: '1' });
    expect(ok).toBe(false);
    expect(stdout).toContain(
      'the first rollout of deployment.apps/chat-backend failed',
    );
    expect(await tools()).not.toContain('rollout undo');
  });
});

describe('notify-discord', () => {
  it('says nothing without a webhook', async () => {
    expect(await script('notify-discord', { STATUS: 'success' })).toMatchObject(
      { ok: true },
    );
    await expect(tools()).rejects.toThrow('ENOENT');
  });

  it.each([
    ['success', '✅ deployed'],
    ['failure', '❌ failed'],
    ['cancelled', '⚪ cancelled'],
  ])(
    'tells that it ended in %s, as valid JSON that mentions nobody',
    async (STATUS, text) => {
      await script('notify-discord', {
        STATUS,
        DISCORD_WEBHOOK_URL: 'https://discord.example.com/hook',
        IMAGE: '"},@everyone',
      });
      const [, payload] = /--data (.*) https:/.exec(await tools()) ?? [];
      expect(JSON.parse(payload)).toEqual({
        content: expect.stringContaining(`${text}: chat backend to staging`),
        allowed_mentions: { parse: [] },
      });
    },
  );
});

describe('push-image', () => {
  it('outputs the reference with the digest that the registry gave, and its parts', async () => {
    await script('push-image', { IMAGE: `${registry}/chat-backend:1.2` });
    expect(await tools()).toMatch(
      /docker push .*\/chat-backend:1\.2\naws ecr describe-images .*--repository-name chat-backend --image-ids imageTag=1\.2/,
    );
    expect(await readFile(join(dir, 'output'), 'utf8')).toBe(
      `reference=${image}\nrepository=${registry}/chat-backend\ndigest=${digest}\n`,
    );
  });
});

describe('reach-node, of the way by SSH', () => {
  const ssh = {
    SSH_HOST: 'node.example.com',
    SSH_USER: 'ec2-user',
    SSH_KNOWN_HOSTS: 'node.example.com ssh-ed25519 AAAA',
    SSH_PRIVATE_KEY: 'a private key',
  };
  let runner: Record<string, string>;

  beforeEach(async () => {
    runner = { RUNNER_TEMP: dir, GITHUB_PATH: join(dir, 'path') };
    await cp(
      join(templateDir, 'skeleton-ssh/.github/scripts'),
      join(dir, 'work/.github/scripts'),
      { recursive: true },
    );
    await writeFile(join(dir, 'ssh'), tool('ssh'), { mode: 0o755 });
  });

  it('trusts the pinned host key alone, and keeps the key to itself', async () => {
    expect(await script('reach-node', { ...ssh, ...runner })).toMatchObject({
      ok: true,
    });
    const config = await readFile(join(dir, 'node/config'), 'utf8');
    expect(config).toContain('StrictHostKeyChecking yes');
    expect(config).toContain(`UserKnownHostsFile ${dir}/node/known_hosts`);
    expect(await readFile(join(dir, 'node/known_hosts'), 'utf8')).toBe(
      `${ssh.SSH_KNOWN_HOSTS}\n`,
    );
    // eslint-disable-next-line no-bitwise
    expect((await stat(join(dir, 'node/key'))).mode & 0o077).toBe(0);
    expect(await tools()).not.toContain('a private key');
  });

  it('gives later steps a kubectl that runs on the node beside the manifests', async () => {
    await script('reach-node', { ...ssh, ...runner });
    const bin = (await readFile(runner.GITHUB_PATH, 'utf8')).trim();
    await run(join(bin, 'kubectl'), ['get', 'pods', '--selector', 'a=b c'], {
      cwd: join(dir, 'work'),
      env: {
        ...process.env,
        PATH: `${dir}:${process.env.PATH}`,
        TOOL_LOG: join(dir, 'tools.log'),
        GITHUB_REPOSITORY: 'example-org/chat',
        ENVIRONMENT: 'staging',
        TIER: 'backend',
      },
    });
    const folder = 'deployments/example-org/chat/staging-backend';
    expect(await tools()).toContain(
      `tar --extract --file - --directory '${folder}'`,
    );
    expect(await tools()).toContain(
      `cd '${folder}' && kubectl get pods --selector a=b\\ c`,
    );
  });

  it('says where the key goes when there is none', async () => {
    const { ok, stdout } = await script('reach-node', {
      ...ssh,
      ...runner,
      SSH_PRIVATE_KEY: '',
    });
    expect(ok).toBe(false);
    expect(stdout).toContain(
      '::error::the environment staging has no secret SSH_PRIVATE_KEY',
    );
  });
});
