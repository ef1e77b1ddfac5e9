import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot } from '@eks-deploy/scripts';
import { parse } from 'yaml';
import type { Attack } from '../Attack';
import { Statuses } from './requests';

const run = promisify(execFile);
const TEMPLATE = join(repositoryRoot, 'templates/fullstack-eks');
const REGISTRY = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';

/** Answers that the wizard must not take. */
const ANSWERS: Array<Record<string, unknown>> = [
  ...['kube-system', 'kube-public', 'kube-node-lease', 'default', 'kube-x'].map(
    namespace => ({ namespace }),
  ),
  ...['chat\nx', 'chat: x', 'Chat', '../x', 'a'.repeat(64), '{{ x }}'].map(
    namespace => ({ namespace }),
  ),
  ...['kube-system', 'default', 'a\nb', '$(id)'].map(name => ({ name })),
  ...[
    'github.com?owner=x&repo=y%0A%20%20%20%20backstage.io/kubernetes-namespace:%20kube-system',
    'github.com?owner=a%0Aon:%20push&repo=z',
    'github.com?owner=a"b&repo=$(id)',
    'github.com?owner=a%20b%23&repo=c',
    'github.com?owner=x&repo=y%22%27&a=b',
    'github.com?owner=x&repo=y\n',
  ].map(repoUrl => ({ repoUrl })),
];

export const wizard: Attack[] = [
  {
    name: "have the wizard generate a service in the cluster's own namespaces, or lines into its files",
    finding: '14g',
    expected: '400 with the field that is wrong',
    only: 'SQLite',
    async run({ hostile }) {
      const template = parse(
        await readFile(join(TEMPLATE, 'template.yaml'), 'utf8'),
      );
      const right = parse(
        await readFile(join(TEMPLATE, 'cases/chat.yaml'), 'utf8'),
      );
      const statuses = new Statuses();
      const taken: string[] = [];
      for (const answers of ANSWERS) {
        const { status, text } = await hostile.send({
          method: 'POST',
          path: '/api/scaffolder/v2/dry-run',
          body: {
            template,
            values: { ...right, ...answers },
            directoryContents: [],
          },
        });
        statuses.add(status);
        // With nothing to generate from, what was taken fails later, in other words.
        if (status !== 400 || !text.startsWith('{"errors":[')) {
          taken.push(JSON.stringify(answers).slice(0, 90));
        }
      }
      return { answered: `${statuses}`, successes: taken, excused: Infinity };
    },
  },
  {
    name: "deploy somebody else's image by the generated workflow's input",
    finding: '14h',
    expected: 'the check ends with an error, and prints no second command',
    only: 'SQLite',
    async run({ folder, hostile }) {
      const tools = join(folder, 'tools');
      const repository = join(folder, 'generated');
      await mkdir(tools, { recursive: true });
      await mkdir(join(repository, 'deploy/staging/backend'), {
        recursive: true,
      });
      await writeFile(
        join(repository, 'deploy/staging/backend/deployment.yaml'),
        'x',
      );
      // An ECR that has every image.
      await writeFile(join(tools, 'aws'), '#!/bin/sh\nexit 0\n', {
        mode: 0o755,
      });
      const check = (image: string, environment = 'staging') =>
        run(
          'bash',
          [join(TEMPLATE, 'skeleton/.github/scripts/check-image.sh')],
          {
            cwd: repository,
            env: {
              PATH: `${tools}:${process.env.PATH}`,
              TIER: 'backend',
              ENVIRONMENT: environment,
              IMAGE: image,
              ECR_REGISTRY: REGISTRY,
              SERVICE: 'chat',
            },
          },
        ).then(
          () => ({ passed: true, printed: '' }),
          (error: { stdout: string }) => ({
            passed: false,
            printed: error.stdout,
          }),
        );
      const own = await check(`${REGISTRY}/chat-backend:1.0.0`);
      if (!own.passed) {
        throw new Error(`The own image was refused: ${own.printed}`);
      }
      const successes: string[] = [];
      for (const image of [
        '999999999999.dkr.ecr.us-east-1.amazonaws.com/x-backend:1',
        `${REGISTRY}/orders-backend:1.0.0`,
        `${REGISTRY}/evil/chat-backend:1.0.0`,
        `${REGISTRY.replace('eu-west-1', 'us-east-1')}/chat-backend:1`,
        `${REGISTRY}/chat-backend:1\n::add-mask::x`,
        `x\n::set-env name=PATH::/tmp\n::error::y`,
        `${REGISTRY}/chat-backend:1;id`,
      ]) {
        hostile.count(1);
        const { passed, printed } = await check(image);
        if (passed) {
          successes.push(`taken: ${JSON.stringify(image)}`);
        }
        const commands = printed
          .split('\n')
          .filter(line => line.startsWith('::'));
        if (commands.length > 1) {
          successes.push(`printed: ${commands[1]}`);
        }
      }
      return {
        answered: `${successes.length} of 7 images got through`,
        successes,
      };
    },
  },
];
