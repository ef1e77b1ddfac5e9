import { Socket } from 'node:net';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { Answers, DryRun, dryRun, readCase } from './__testUtils__/dryRun';
import { readTree, replaceTree } from './__testUtils__/fileTree';
import { examplesDir, templateDir } from './__testUtils__/paths';
import { startScaffolder } from './__testUtils__/startScaffolder';

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

let scaffolder: Awaited<ReturnType<typeof startScaffolder>>;
const run = (answers: Answers) => dryRun(templateDir, answers, scaffolder.post);

const connect = jest.spyOn(Socket.prototype, 'connect');

beforeAll(async () => {
  scaffolder = await startScaffolder();
});
afterAll(() => scaffolder?.stop());

describe.each(['chat', 'orders'])('the case %s', name => {
  let result: DryRun;

  beforeAll(async () => {
    connect.mockClear();
    result = await run(await readCase(templateDir, name));
  });

  it('renders', () => {
    expect(result.body).not.toHaveProperty('error');
    expect(result.status).toBe(200);
  });

  // UPDATE_GOLDEN=1 writes what is rendered; the diff then shows what a change does to a service.
  it('is the golden tree, byte by byte', async () => {
    expect(result.status).toBe(200);
    const golden = join(examplesDir, name);
    if (process.env.UPDATE_GOLDEN) {
      await replaceTree(golden, result.files);
    }
    const expected = await readTree(golden);
    expect(Object.keys(result.files).sort()).toEqual(
      Object.keys(expected).sort(),
    );
    for (const [path, file] of Object.entries(result.files)) {
      expect({ path, ...textOf(file) }).toEqual({
        path,
        ...textOf(expected[path]),
      });
    }
  });

  it('leaves every expression of the workflows to GitHub', async () => {
    const skeleton = await readTree(join(templateDir, 'skeleton'));
    const workflows = Object.keys(skeleton).filter(path =>
      path.startsWith('.github/workflows/'),
    );
    expect(workflows).toHaveLength(4);
    for (const path of workflows) {
      expect(result.files[path].content.toString()).toBe(
        skeleton[path].content.toString(),
      );
      expect(result.files[path].content.toString()).toContain('${{ ');
    }
  });

  it('leaves no expression of the template behind', async () => {
    const verbatim = await readTree(join(templateDir, 'skeleton'));
    const rendered = Object.entries(result.files).filter(
      ([path]) => !(path in verbatim),
    );
    expect(rendered.length).toBeGreaterThan(30);
    for (const [path, file] of rendered) {
      expect(path).not.toMatch(/\.njk$/);
      expect(`${path}: ${file.content}`).not.toMatch(
        /\$\{\{|\{%|undefined|NaN|\[object/,
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
        document => [...document.errors, ...document.warnings],
      );
      expect({ path, problems }).toEqual({ path, problems: [] });
    }
  });

  it('keeps its scripts executable', () => {
    expect(result.files['backend/gradlew'].executable).toBe(true);
    expect(result.files['.github/scripts/roll-out.sh'].executable).toBe(true);
  });

  it('creates nothing and calls nobody', () => {
    const skipped = result.body.log
      ?.filter(({ body }) => body.status === 'skipped')
      .map(({ body }) => body.stepId);
    expect(skipped).toEqual([
      'repository',
      'githubEnvironments',
      'publish',
      'register',
    ]);
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
  it.each<[string, Answers]>([
    ['name', { name: 'Chat!' }],
    ['owner', { owner: 'somebody' }],
    ['repoUrl', { repoUrl: 'github.com' }],
    ['namespace', { namespace: 'Not A Namespace' }],
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
});
