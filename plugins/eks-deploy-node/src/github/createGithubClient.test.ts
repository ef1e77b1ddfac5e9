import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { createGithubClient } from './createGithubClient';
import { GithubRateLimitError } from './errors';

const HOST = 'github.example.com:8443';
const API = `http://${HOST}/api/v3`;
const repository = { host: HOST, owner: 'example-org', name: 'chat' };
const dispatch = {
  repository,
  workflow: 'deploy.yml',
  inputs: { tier: 'backend', 'request-id': 'record-1' },
};
const found = { default_branch: 'trunk' };
const page = `http://${HOST}/example-org/chat/actions/runs/9`;
const aRun = { id: 9, html_url: page, status: 'queued', conclusion: null };

type Answer = [
  status: number,
  body?: unknown,
  headers?: Record<string, string>,
];

/** A client whose GitHub gives these answers, one after the other, and what it was asked. */
function setUp(...answers: Answer[]) {
  const asked: Array<{ request: string; body?: unknown; headers: Headers }> =
    [];
  const logger = mockServices.logger.mock();
  const client = createGithubClient({
    integrations: ScmIntegrations.fromConfig(
      new ConfigReader({
        integrations: {
          github: [{ host: HOST, apiBaseUrl: API, token: 'canary-token' }],
        },
      }),
    ),
    logger,
    fetch: async (input, init) => {
      asked.push({
        request: `${init?.method} ${String(input).replace(API, '')}`,
        headers: new Headers(init?.headers),
        ...(init?.body && { body: JSON.parse(String(init.body)) }),
      });
      const answer = answers.shift();
      if (!answer) {
        throw new TypeError('connection refused');
      }
      const [status, body, headers] = answer;
      return new Response(body ? JSON.stringify(body) : null, {
        status,
        headers: { 'content-type': 'application/json', ...headers },
      });
    },
  });
  return { asked, client, logger };
}

describe('dispatchWorkflow', () => {
  it("runs the workflow on the default branch with the repository's credentials", async () => {
    const { asked, client } = setUp(
      [200, found],
      [200, { workflow_run_id: 9, run_url: 'api', html_url: page }],
    );
    await expect(client.dispatchWorkflow(dispatch)).resolves.toEqual({
      id: 9,
      url: page,
      status: 'queued',
    });
    expect(asked).toMatchObject([
      { request: 'GET /repos/example-org/chat' },
      {
        request:
          'POST /repos/example-org/chat/actions/workflows/deploy.yml/dispatches',
        body: {
          ref: 'trunk',
          inputs: dispatch.inputs,
          return_run_details: true,
        },
      },
    ]);
    expect(asked[1].headers.get('authorization')).toBe('token canary-token');
  });

  it('asks again without run details where GitHub rejects the field', async () => {
    const { asked, client } = setUp(
      [200, found],
      [422, { message: '"return_run_details" is not a permitted key.' }],
      [204],
    );
    await expect(client.dispatchWorkflow(dispatch)).resolves.toBeUndefined();
    expect(asked[2].body).toEqual({ ref: 'trunk', inputs: dispatch.inputs });
  });

  it.each<[string, Answer[]]>([
    ['a bad gateway', [[502, { message: 'Bad gateway' }]]],
    ['a lost connection', []],
  ])('never repeats the request after %s', async (_, answers) => {
    const { asked, client } = setUp([200, found], ...answers);
    await expect(client.dispatchWorkflow(dispatch)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    expect(asked).toHaveLength(2);
  });
});

describe('an error of GitHub', () => {
  it.each<[string, Answer, string, RegExp]>([
    [
      'credentials it does not accept',
      [401, { message: 'Bad credentials' }],
      'ServiceUnavailableError',
      /renew them in integrations.github/,
    ],
    [
      'a missing right',
      [403, { message: 'Resource not accessible' }],
      'ServiceUnavailableError',
      /'Actions: write'/,
    ],
    [
      'a missing workflow',
      [404, { message: 'Not Found' }],
      'NotFoundError',
      /eks-deploy\/deploy-workflow/,
    ],
    [
      'a workflow without its trigger',
      [422, { message: "Workflow does not have 'workflow_dispatch' trigger" }],
      'InputError',
      /add 'workflow_dispatch'/,
    ],
    [
      'other inputs',
      [422, { message: 'Unexpected inputs provided: ["tier"]' }],
      'InputError',
      /has to declare tier/,
    ],
  ])('tells the remedy for %s', async (_, answer, name, message) => {
    const { client } = setUp([200, found], answer);
    await expect(client.dispatchWorkflow(dispatch)).rejects.toMatchObject({
      name,
      message: expect.stringMatching(message),
    });
  });

  it('keeps its status from becoming the answer of the portal', async () => {
    const { client } = setUp([401, { message: 'Bad credentials' }]);
    const error = await client.dispatchWorkflow(dispatch).catch(e => e);
    expect(error).not.toHaveProperty('status');
    expect(error.message).not.toContain('Bad credentials');
  });

  it.each<[string, Record<string, string>, number]>([
    ['retry-after', { 'retry-after': '120' }, 120],
    ['at least a minute', {}, 60],
  ])('limits the rate: %s', async (_, headers, seconds) => {
    const { client } = setUp([429, { message: 'rate limit' }, headers]);
    const before = Date.now();
    const error = await client.dispatchWorkflow(dispatch).catch(e => e);
    expect(error).toBeInstanceOf(GithubRateLimitError);
    const pauseS = (error.retryAt.getTime() - before) / 1000;
    expect(pauseS).toBeGreaterThanOrEqual(seconds);
    expect(pauseS).toBeLessThan(seconds + 10);
  });

  it('never shows the token in the log', async () => {
    const { client, logger } = setUp([403, { message: 'no' }]);
    await expect(client.dispatchWorkflow(dispatch)).rejects.toThrow();
    const logged = JSON.stringify([
      logger.debug.mock.calls,
      logger.info.mock.calls,
      logger.warn.mock.calls,
      logger.error.mock.calls,
    ]);
    expect(logged).toContain('example-org/chat');
    expect(logged).not.toContain('canary-token');
  });

  it('names the setting for a host without an integration', async () => {
    const { client } = setUp();
    await expect(
      client.dispatchWorkflow({
        ...dispatch,
        repository: { ...repository, host: 'elsewhere.example.com' },
      }),
    ).rejects.toThrow(
      'No GitHub integration is configured for elsewhere.example.com',
    );
  });
});

describe('findWorkflowRun', () => {
  const request = { repository, workflow: 'deploy.yml', requestId: 'record-1' };

  it('finds the run whose name holds the request id', async () => {
    const { asked, client } = setUp([
      200,
      {
        workflow_runs: [
          { ...aRun, id: 8, display_title: 'Deploy (record-2)' },
          { ...aRun, display_title: 'Deploy (record-1)' },
        ],
      },
    ]);
    await expect(client.findWorkflowRun(request)).resolves.toMatchObject({
      id: 9,
    });
    expect(asked[0].request).toBe(
      'GET /repos/example-org/chat/actions/workflows/deploy.yml/runs?event=workflow_dispatch&per_page=50',
    );
  });

  it('finds none as long as there is none', async () => {
    const { client } = setUp([200, { workflow_runs: [] }]);
    await expect(client.findWorkflowRun(request)).resolves.toBeUndefined();
  });
});

describe('getWorkflowRun', () => {
  it('reads a run with its conclusion and ETag', async () => {
    const completed = { ...aRun, status: 'completed', conclusion: 'success' };
    const { client } = setUp([200, completed, { etag: 'W/"1"' }]);
    await expect(
      client.getWorkflowRun({ repository, runId: 9 }),
    ).resolves.toEqual({
      run: { id: 9, url: page, status: 'completed', conclusion: 'success' },
      etag: 'W/"1"',
    });
  });

  it('gives nothing back for a run that did not change', async () => {
    const { asked, client } = setUp([304]);
    await expect(
      client.getWorkflowRun({ repository, runId: 9, etag: 'W/"1"' }),
    ).resolves.toBeUndefined();
    expect(asked[0].headers.get('if-none-match')).toBe('W/"1"');
  });
});
