import { readdirSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import {
  type Answers,
  type DryRun,
  dryRun,
  type FileTree,
  readCase,
  readTree,
  replaceTree,
  type RunningScaffolder,
  startScaffolder,
  toDifference,
} from '@eks-deploy/template-dry-run';
import { parseAllDocuments } from 'yaml';
import eksDeployModule from '.';
import { examplesDir, goldenDir, templateDir } from './__testUtils__/paths';

jest.setTimeout(60_000);

function textOf(file: { content: Buffer; executable: boolean }) {
  return { text: file.content.toString(), executable: file.executable };
}

/** A skipped step still tells what it would have been called with. */
function inputOf(log: DryRun['body']['log'], stepId: string): unknown {
  const [, input] =
    log
      ?.filter(({ body }) => body.stepId === stepId)
      .map(({ body }) => /with inputs [^{]*({[^]*})/.exec(body.message))
      .find(Boolean) ?? [];
  return input && JSON.parse(input);
}

const examples = ['chat', 'orders'];
const cases = readdirSync(join(templateDir, 'cases'))
  .filter(file => file.endsWith('.yaml'))
  .map(file => file.replace(/\.yaml$/, ''));

const expressions = (text: string) =>
  text.match(/\$\{\{.*?\}\}|\{%.*?%\}/g) ?? [];

/** What a skeleton hands to GitHub as it stands. */
const rawParts = (source: string) =>
  [...source.matchAll(/\{% raw %\}([^]*?)\{% endraw %\}/g)]
    .map(([, raw]) => raw)
    .join('');

/** An example is kept whole; of any other case what differs from `examples/chat`. */
async function toGolden(name: string, files: FileTree) {
  return examples.includes(name)
    ? { dir: join(examplesDir, name), tree: files }
    : {
        dir: join(goldenDir, name),
        tree: toDifference(await readTree(join(examplesDir, 'chat')), files),
      };
}

let scaffolder: RunningScaffolder;
const run = (answers: Answers) => dryRun(templateDir, answers, scaffolder.post);

const connect = jest.spyOn(Socket.prototype, 'connect');

beforeAll(async () => {
  scaffolder = await startScaffolder([eksDeployModule]);
});
afterAll(() => scaffolder?.stop());

describe.each(cases)('the case %s', name => {
  let answers: Answers;
  let result: DryRun;

  beforeAll(async () => {
    connect.mockClear();
    answers = await readCase(templateDir, name);
    result = await run(answers);
  });

  it('renders', () => {
    expect(result.body).not.toHaveProperty('error');
    expect(result.status).toBe(200);
  });

  // UPDATE_GOLDEN=1 writes what is rendered; the diff then shows what a change does to a service.
  it('is the golden tree, byte by byte', async () => {
    expect(result.status).toBe(200);
    const { dir, tree } = await toGolden(name, result.files);
    if (process.env.UPDATE_GOLDEN) {
      await replaceTree(dir, tree);
    }
    const expected = await readTree(dir);
    expect(Object.keys(tree).sort()).toEqual(Object.keys(expected).sort());
    for (const [path, file] of Object.entries(tree)) {
      expect({ path, ...textOf(file) }).toEqual({
        path,
        ...textOf(expected[path]),
      });
    }
  });

  it('leaves every expression of the workflows to GitHub, and no other', async () => {
    const skeleton = await readTree(join(templateDir, 'skeleton'));
    const workflows = Object.keys(result.files).filter(path =>
      path.startsWith('.github/workflows/'),
    );
    expect(workflows).toHaveLength(5);
    for (const path of workflows) {
      const text = result.files[path].content.toString();
      const { [path]: plain, [`${path}.njk`]: rendered } = skeleton;
      const given =
        plain?.content.toString() ?? rawParts(rendered.content.toString());
      expect(expressions(text).length).toBeGreaterThan(0);
      for (const expression of expressions(text)) {
        expect(given).toContain(expression);
      }
    }
  });

  it('leaves no expression of the template behind', async () => {
    const verbatim = new Set(
      Object.keys(await readTree(templateDir)).map(path =>
        path.replace(/^skeleton[^/]*\//, ''),
      ),
    );
    const rendered = Object.entries(result.files).filter(
      ([path]) => !verbatim.has(path) && !path.startsWith('.github/workflows/'),
    );
    expect(rendered.length).toBeGreaterThan(30);
    // Somebody may well describe a service with braces.
    const own = expressions(JSON.stringify(answers));
    for (const [path, file] of rendered) {
      expect(path).not.toMatch(/\.njk$/);
      const text = own.reduce(
        (rest, expression) => rest.replaceAll(expression, ''),
        file.content.toString(),
      );
      expect(`${path}: ${text}`).not.toMatch(
        /\$\{\{|\{%|\bundefined\b|NaN|\[object/,
      );
    }
  });

  it('writes YAML that parses', () => {
    const yaml = Object.entries(result.files).filter(([path]) =>
      /\.ya?ml$/.test(path),
    );
    expect(yaml.length).toBeGreaterThan(20);
    for (const [path, file] of yaml) {
      const problems = parseAllDocuments(file.content.toString()).flatMap(
        ({ errors, warnings }) => [
          ...errors,
          // CloudFormation's own tags, such as !Ref, are cfn-lint's business.
          ...warnings.filter(({ code }) => code !== 'TAG_RESOLVE_FAILED'),
        ],
      );
      expect({ path, problems }).toEqual({ path, problems: [] });
    }
  });

  it('keeps its scripts executable', () => {
    const scripts = Object.keys(result.files).filter(path =>
      /^\.github\/scripts\/|\/bootstrap\.sh$|\/(gradlew|mvnw)$/.test(path),
    );
    expect(scripts.length).toBeGreaterThan(8);
    expect(
      // The one that others source.
      scripts.filter(path => !result.files[path].executable),
    ).toEqual(['.github/scripts/git-push.sh']);
  });

  it('links to the pages of the component once they exist, and does not wait for them', () => {
    expect(result.body.output).toMatchObject({
      links: [
        { title: 'Deploy tab' },
        { title: 'Component' },
        { title: 'Repository' },
        { title: 'First workflow runs' },
      ],
      text: [{ title: 'What happens next' }],
    });
  });

  it('creates nothing and calls nobody', () => {
    const skipped = result.body.log
      ?.filter(({ body }) => body.status === 'skipped')
      .map(({ body }) => body.stepId);
    expect(skipped).toEqual(
      expect.arrayContaining([
        'repository',
        'githubEnvironments',
        'githubEnvironmentsSsh',
        'publish',
        'register',
      ]),
    );
    const hosts = connect.mock.calls
      .flat<unknown[], 2>(2)
      .filter(
        (target): target is { host: unknown } =>
          typeof target === 'object' && target !== null && 'host' in target,
      )
      .map(({ host }) => host ?? 'localhost');
    for (const host of hosts) {
      expect(['127.0.0.1', '::1', 'localhost']).toContain(host);
    }
  });
});

describe('a repository', () => {
  it('lets main, and no other branch, deploy to its environments', async () => {
    const { body } = await run(await readCase(templateDir, 'chat'));
    expect(inputOf(body.log, 'githubEnvironments')).toMatchObject({
      deploymentBranchPolicy: { custom_branch_policies: true },
      customBranchPolicyNames: ['main'],
    });
  });

  it('gets the variables that its workflows read', async () => {
    const { body } = await run(await readCase(templateDir, 'chat'));
    expect(inputOf(body.log, 'repository')).toMatchObject({
      repoVariables: {
        SERVICE: 'chat',
        FIRST_ENVIRONMENT: 'staging',
        AWS_REGION: 'eu-west-1',
        AWS_ACCOUNT_ID: '123456789012',
        ECR_REGISTRY: '123456789012.dkr.ecr.eu-west-1.amazonaws.com',
        AWS_IMAGE_ROLE_ARN: 'arn:aws:iam::123456789012:role/chat-image',
      },
    });
  });
});

it('ends with where to go next', async () => {
  const { body } = await run(await readCase(templateDir, 'chat'));
  expect(body.output).toMatchObject({
    links: [
      { title: 'Deploy tab', url: '/catalog/default/component/chat/deploy' },
      { title: 'Component' },
      { title: 'Repository' },
      { title: 'First workflow runs' },
    ],
    text: [{ title: 'What happens next' }],
  });
  expect(JSON.stringify(body.output)).not.toContain('${{');
});

describe('wrong answers', () => {
  const environmentWith = async (differs: Answers) => {
    const { environments, ...answers } = await readCase(templateDir, 'chat');
    const [first, ...others] = environments as Answers[];
    return { ...answers, environments: [{ ...first, ...differs }, ...others] };
  };

  it.each<[string, Answers, string]>([
    [
      'a cluster that is no ARN',
      { cluster: 'staging' },
      'Choose a cluster, or give its ARN, such as arn:aws:eks:eu-west-1:123456789012:cluster/staging.',
    ],
    [
      'a host with its scheme',
      { frontendHost: 'https://chat.example.com' },
      'Use a full DNS name in lower case, without https://, such as chat.example.com.',
    ],
    [
      'a certificate that is no ARN',
      { certificateArn: 'chat' },
      "Give the certificate's ARN, such as arn:aws:acm:eu-west-1:123456789012:certificate/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0.",
    ],
    [
      'a bucket that S3 would refuse',
      { bucket: 'Chat' },
      "Use the name of a bucket, 3 to 63 lower-case letters, digits and dashes; a name with dots can't be reached over HTTPS.",
    ],
    [
      'bootstrap servers without a port',
      { kafkaBootstrapServers: 'kafka' },
      'Give host:port, and more after commas without blanks, such as kafka-1.example.com:9092,kafka-2.example.com:9092.',
    ],
  ])(
    "are refused over the API with the form's sentence: %s",
    async (_, differs, sentence) => {
      const { status, body } = await run(await environmentWith(differs));
      expect(status).toBe(400);
      expect(
        body.errors?.map(({ name, schema }) => schema?.errorMessage?.[name]),
      ).toContain(sentence);
    },
  );

  it.each<[string, Answers]>([
    ['kafkaBootstrapServers', { messaging: 'msk' }],
    ['bucket', { uploads: 'public' }],
    ['sshHost', { deployRoute: 'ssh' }],
  ])('are refused where %s is needed and missing', async (field, choice) => {
    const answers = await environmentWith({ [field]: undefined });
    const { status, body } = await run({ ...answers, ...choice });
    expect(status).toBe(400);
    expect(body.errors?.map(({ message }) => message)).toContain(
      `requires property "${field}"`,
    );
  });

  it.each<[string, Answers]>([
    ['name', { name: 'Chat!' }],
    ['name', { name: 'default' }],
    ['name', { name: 'kube-chat' }],
    ['owner', { owner: 'somebody' }],
    ['repoUrl', { repoUrl: 'github.com' }],
    ...[
      'github.com?owner=example-org&repo=chat%0Aspec:',
      'github.com?owner=example-org%0Ax&repo=chat',
      'github.com?owner=example-org&repo=chat&repo=orders',
      'github.com?owner=example-org&repo=a b',
      'github.com/x?owner=example-org&repo=chat',
      'github.com?owner=example-org&repo=chat\n',
    ].map((repoUrl): [string, Answers] => ['repoUrl', { repoUrl }]),
    ['namespace', { namespace: 'Not A Namespace' }],
    ['namespace', { namespace: 'default' }],
    ['namespace', { namespace: 'kube-system' }],
    ['javaVersion', { javaVersion: '8' }],
    ['minReplicas', { minReplicas: 1 }],
    ['environments', { environments: [] }],
  ])('are refused by the schema, which names %s', async (field, differs) => {
    const answers = await readCase(templateDir, 'chat');
    const { status, body } = await run({ ...answers, ...differs });
    expect(status).toBe(400);
    expect(body.errors?.map(({ property }) => property)).toContain(
      `instance.${field}`,
    );
  });

  it('are refused when they fit their field but not each other', async () => {
    const answers = await readCase(templateDir, 'chat');
    const { status, body } = await run({ ...answers, minReplicas: 5 });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({
      name: 'InputError',
      message: 'maxReplicas: 4 is less than minReplicas, 5; use 5 or more',
    });
  });

  it('are refused when a host is outside of its zone', async () => {
    const { status, body } = await run(
      await environmentWith({ hostedZone: 'example.org' }),
    );
    expect(status).toBe(400);
    expect(body.error?.message).toMatch(/is outside of the zone example\.org/);
  });
});
