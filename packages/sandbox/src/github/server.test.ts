import sodium from 'libsodium-wrappers';
import { startTestGithub, TestGithub } from '../__testUtils__/github';

describe('the GitHub stand-in', () => {
  let test: TestGithub;
  const chat = { owner: 'example-org', repo: 'chat' };

  beforeAll(async () => {
    test = await startTestGithub();
    await test.octokit.repos.createInOrg({ org: 'example-org', name: 'chat' });
    await test.push('example-org/chat', {
      'README.md': '# Chat\n',
      'docs/index.md': 'docs\n',
    });
  });
  afterAll(() => test.stop());

  it('creates a repository with the addresses of this host', async () => {
    const { data, status } = await test.octokit.repos.createInOrg({
      org: 'example-org',
      name: 'fresh',
      private: true,
    });
    expect(status).toBe(201);
    expect(data).toMatchObject({
      full_name: 'example-org/fresh',
      private: true,
      default_branch: 'main',
      clone_url: `${test.github.url}/example-org/fresh.git`,
    });
  });

  it('refuses a name that is taken, in the shape of GitHub', async () => {
    await expect(
      test.octokit.repos.createInOrg({ org: 'example-org', name: 'chat' }),
    ).rejects.toMatchObject({
      status: 422,
      response: {
        data: {
          message: 'Validation Failed',
          errors: [{ resource: 'Repository', field: 'name' }],
        },
      },
    });
  });

  it('answers what it does not know with 404, and a wrong token with 401', async () => {
    const unknown = await fetch(`${test.github.apiUrl}/nothing/here`, {
      headers: { authorization: 'Bearer sandbox-token' },
    });
    expect(unknown.status).toBe(404);
    expect(await unknown.json()).toMatchObject({ message: 'Not Found' });
    const wrong = await fetch(`${test.github.apiUrl}/user`, {
      headers: { authorization: 'Bearer wrong' },
    });
    expect(wrong.status).toBe(401);
    expect(await wrong.json()).toMatchObject({ message: 'Bad credentials' });
  });

  it('answers an unchanged resource with 304 and counts the rate', async () => {
    const url = `${test.github.apiUrl}/repos/example-org/chat`;
    const first = await fetch(url);
    expect(first.headers.get('x-ratelimit-limit')).toBe('5000');
    const etag = first.headers.get('etag') ?? '';
    const second = await fetch(url, { headers: { 'if-none-match': etag } });
    expect(second.status).toBe(304);
  });

  it('links the pages of a list', async () => {
    for (const name of ['one', 'two', 'three']) {
      await test.octokit.actions.createRepoVariable({
        ...chat,
        name,
        value: name,
      });
    }
    const pages = await test.octokit.paginate(
      test.octokit.actions.listRepoVariables,
      { ...chat, per_page: 1 },
    );
    expect(pages.map(({ name }) => name)).toEqual(['ONE', 'TWO', 'THREE']);
  });

  it('takes secrets sealed for its public key', async () => {
    await sodium.ready;
    const { data: key } = await test.octokit.actions.getRepoPublicKey(chat);
    const sealed = sodium.crypto_box_seal(
      'hush',
      Buffer.from(key.key, 'base64'),
    );
    const { status } = await test.octokit.actions.createOrUpdateRepoSecret({
      ...chat,
      secret_name: 'TOKEN',
      key_id: key.key_id,
      encrypted_value: Buffer.from(sealed).toString('base64'),
    });
    expect(status).toBe(201);
    expect(
      test.github.store.repository('example-org', 'chat')?.secrets.TOKEN.value,
    ).toBe('hush');
  });

  it('keeps environments with their variables', async () => {
    const environment = { ...chat, environment_name: 'staging' };
    await test.octokit.repos.createOrUpdateEnvironment(environment);
    const { data } = await test.octokit.repos.get(chat);
    await test.octokit.actions.createEnvironmentVariable({
      ...environment,
      repository_id: data.id,
      name: 'KUBE_NAMESPACE',
      value: 'chat',
    });
    const { data: listed } = await test.octokit.repos.getAllEnvironments(chat);
    expect(listed.environments?.map(({ name }) => name)).toEqual(['staging']);
  });

  it('reads contents, trees, commits and comparisons from git', async () => {
    const { data: file } = await test.octokit.repos.getContent({
      ...chat,
      path: 'docs/index.md',
    });
    expect(file).toMatchObject({ type: 'file', content: btoa('docs\n') });
    const { data: commits } = await test.octokit.repos.listCommits(chat);
    const { data: tree } = await test.octokit.git.getTree({
      ...chat,
      tree_sha: commits[0].sha,
      recursive: 'true',
    });
    expect(tree.tree.map(({ path }) => path)).toEqual([
      'README.md',
      'docs',
      'docs/index.md',
    ]);
    const { data: made } = await test.octokit.repos.createOrUpdateFileContents({
      ...chat,
      path: 'new.txt',
      message: 'Add',
      content: btoa('new'),
    });
    const { data: compared } =
      await test.octokit.repos.compareCommitsWithBasehead({
        ...chat,
        basehead: `${commits[0].sha}...${made.commit.sha}`,
      });
    expect(compared).toMatchObject({ status: 'ahead', ahead_by: 1 });
  });

  it('serves an archive with one folder at its root', async () => {
    const { data } = await test.octokit.repos.downloadTarballArchive({
      ...chat,
      ref: 'main',
    });
    expect(Buffer.from(data as ArrayBuffer).subarray(0, 2)).toEqual(
      Buffer.from([0x1f, 0x8b]),
    );
  });

  it('is cloned and pushed to by the real git', async () => {
    const clone = await test.push('example-org/chat', { 'more.txt': 'x' });
    const head = (await test.git(clone, 'rev-parse', 'HEAD')).trim();
    const { data } = await test.octokit.git.getRef({
      ...chat,
      ref: 'heads/main',
    });
    expect(data.object.sha).toBe(head);
  });

  it('refuses a push without a token', async () => {
    const clone = test.createFolder();
    const url = `${test.github.url}/example-org/chat.git`;
    await test.git(clone, 'clone', '--quiet', url, '.');
    await expect(
      test.git(clone, 'push', 'origin', 'HEAD:other'),
    ).rejects.toThrow('could not read Username');
  });

  it.each([
    'example-org/chat',
    'example-org/chat/tree/main/docs',
    'example-org/chat/blob/main/docs/index.md',
    'example-org/chat/actions',
    'example-org/chat/settings',
    'example-org',
  ])('has a page behind %s', async path => {
    const response = await fetch(`${test.github.url}/${path}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('stand-in for GitHub');
  });
});
