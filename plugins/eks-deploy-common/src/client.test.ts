import { createEksDeployClient } from './client';

const path = {
  kind: 'component',
  namespace: 'default',
  name: 'chat',
};

function answer(status: number, body: object) {
  return jest.fn<Promise<Response>, Parameters<typeof fetch>>(
    async () =>
      new Response(JSON.stringify(body), {
        status,
        headers: { 'content-type': 'application/json' },
      }),
  );
}

describe('createEksDeployClient', () => {
  it('asks the given address and answers with data', async () => {
    const fetch = answer(200, { items: [] });
    const client = createEksDeployClient({
      baseUrl: 'http://127.0.0.1/api/eks-deploy',
      fetch,
    });
    const { data } = await client.GET(
      '/entities/{kind}/{namespace}/{name}/records',
      { params: { path, query: { limit: 5 } } },
    );
    expect(data).toEqual({ items: [] });
    expect((fetch.mock.calls[0][0] as Request).url).toBe(
      'http://127.0.0.1/api/eks-deploy/entities/component/default/chat/records?limit=5',
    );
  });

  it('throws what the backend says is wrong', async () => {
    const client = createEksDeployClient({
      baseUrl: 'http://127.0.0.1/api/eks-deploy',
      fetch: answer(409, {
        error: { name: 'ConflictError', message: 'Revision 7 is live' },
        response: { statusCode: 409 },
      }),
    });
    await expect(client.GET('/eks-clusters')).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 409,
      cause: { name: 'ConflictError', message: 'Revision 7 is live' },
    });
  });
});
