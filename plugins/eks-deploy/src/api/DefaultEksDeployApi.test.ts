import { mockApis } from '@backstage/frontend-test-utils';
import { anEnvironment, aRecord } from '../testing';
import { DefaultEksDeployApi } from './DefaultEksDeployApi';
import type { RolloutStreamEvent } from './EksDeployApi';

const WORKLOAD = {
  entityRef: 'component:default/chat',
  environment: 'staging',
  workload: 'chat-backend',
};

function createApi(respond: (request: Request) => Response) {
  return new DefaultEksDeployApi({
    discoveryApi: mockApis.discovery({ baseUrl: 'http://localhost:7007' }),
    fetchApi: {
      // As Backstage's middleware does, which looks at a Request of its own first.
      fetch: async (input, init) => {
        const [, request] = [
          new Request(input, init),
          new Request(input, init),
        ];
        return respond(request);
      },
    },
  });
}

function aStream(...chunks: string[]) {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    start(controller) {
      chunks.forEach(chunk => controller.enqueue(encoder.encode(chunk)));
      controller.close();
    },
  });
}

async function readAll(api: DefaultEksDeployApi) {
  const events: RolloutStreamEvent[] = [];
  for await (const event of api.streamRollouts(WORKLOAD.entityRef, {
    signal: new AbortController().signal,
  })) {
    events.push(event);
  }
  return events;
}

describe('DefaultEksDeployApi', () => {
  it('names the target in the path and what the user saw in the body', async () => {
    let request: Request | undefined;
    const api = createApi(received => {
      request = received;
      return Response.json(aRecord(), { status: 202 });
    });

    const body = { fromRevision: 7, toRevision: 5, reason: 'logins fail' };
    await expect(api.rollback(WORKLOAD, body)).resolves.toEqual(aRecord());

    expect(request?.url).toBe(
      'http://localhost:7007/api/eks-deploy/entities/component/default/chat/environments/staging/workloads/chat-backend/rollback',
    );
    await expect(request?.json()).resolves.toEqual(body);
  });

  it('throws what the backend refuses with', async () => {
    const api = createApi(() =>
      Response.json(
        {
          error: { name: 'ConflictError', message: 'Revision 8 is live' },
          response: { statusCode: 409 },
        },
        { status: 409 },
      ),
    );
    await expect(
      api.restart(WORKLOAD, { fromRevision: 7 }),
    ).rejects.toMatchObject({
      statusCode: 409,
      cause: { message: 'Revision 8 is live' },
    });
  });

  it('reads a stream’s events, however they are cut', async () => {
    const snapshot = { environments: [anEnvironment()], records: [] };
    const text = [
      `id: a:1\nevent: snapshot\ndata: ${JSON.stringify(snapshot)}\n\n`,
      'id: a:2\nevent: synced\ndata: {}\n\n',
      ': a comment\n\nevent: of-a-later-version\ndata: {}\n\n',
      'event: closed\ndata: {"reason":"shutting-down"}\n\n',
    ].join('');
    const api = createApi(
      () => new Response(aStream(text.slice(0, 40), text.slice(40))),
    );

    await expect(readAll(api)).resolves.toEqual([
      { type: 'snapshot', data: snapshot },
      { type: 'synced', data: {} },
      { type: 'closed', data: { reason: 'shutting-down' } },
    ]);
  });
});
