import { EventEmitter } from 'node:events';
import { mockCredentials } from '@backstage/backend-test-utils';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type {
  EnvironmentRollouts,
  RolloutChange,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { aTarget } from '../__testUtils__/target';
import { waitUntil } from '../__testUtils__/waitUntil';
import type { DeployTarget, RefusedTarget } from '../targets';
import { createRolloutStreams } from './createRolloutStreams';
import type { RolloutStreamRequest } from './RolloutStream';

const target = aTarget({ environment: 'staging', cluster: 'staging' });

/** A response whose reader takes no more when `full` is set. */
class FakeResponse extends EventEmitter {
  text = '';
  full = false;
  headersSent = false;
  writableEnded = false;
  destroyed = false;

  writeHead() {
    this.headersSent = true;
  }

  flushHeaders() {}

  write(chunk: string) {
    this.text += chunk;
    return !this.full;
  }

  end() {
    this.writableEnded = true;
    this.emit('close');
  }

  destroy() {
    this.destroyed = true;
    this.emit('close');
  }

  get names() {
    return [...this.text.matchAll(/^event: (.*)$/gm)].map(([, name]) => name);
  }
}

describe('RolloutStream', () => {
  let environment: EnvironmentRollouts;
  let tell: (changes: RolloutChange[]) => void;
  const stop = jest.fn();
  const unsubscribe = jest.fn();

  beforeEach(() => {
    jest.clearAllMocks();
    environment = { environment: 'staging', state: 'live', rollouts: [] };
  });

  const deps = () => ({
    reader: {
      read: async () => environment,
      watch: (_: DeployTarget, listener: typeof tell) => {
        tell = listener;
        return { current: () => environment, stop };
      },
    },
    records: {
      list: async () => ({ items: [] }),
      subscribe: () => unsubscribe,
    },
  });

  const aRequest = (
    response: FakeResponse,
    differs: Partial<RolloutStreamRequest>,
  ): RolloutStreamRequest => ({
    response: response as unknown as RolloutStreamRequest['response'],
    entityRef: target.entityRef,
    credentials: mockCredentials.user(),
    listTargets: async () => [target],
    ...differs,
  });

  async function open(
    request: Partial<RolloutStreamRequest> = {},
    options: { heartbeatMs?: number; rightsMs?: number; full?: boolean } = {},
  ) {
    const { full = false, ...times } = options;
    const response = new FakeResponse();
    response.full = full;
    const streams = createRolloutStreams({ ...deps(), ...times });
    await streams.open(aRequest(response, request));
    return { response, streams };
  }

  const change = (uid: string): RolloutChange => ({
    type: 'removed',
    environment: 'staging',
    uid,
  });

  it('opens with snapshot and synced, under ids that count on', async () => {
    const { response } = await open();
    expect(response.names).toEqual(['snapshot', 'synced']);
    expect(response.text).toMatch(/^id: \S+:0\n[^]*^id: \S+:1\n/m);
    response.end();
  });

  it('says synced only when every cluster has answered', async () => {
    environment = { ...environment, state: 'syncing' };
    const { response } = await open();
    expect(response.names).toEqual(['snapshot']);
    tell([
      { type: 'environment', environment: { ...environment, state: 'live' } },
    ]);
    expect(response.names).toEqual(['snapshot', 'change', 'synced']);
    response.end();
  });

  it('sends a quiet viewer nothing but heartbeats', async () => {
    const { response } = await open({}, { heartbeatMs: 10 });
    await waitUntil(() => response.names.length > 4);
    expect(new Set(response.names.slice(2))).toEqual(new Set(['heartbeat']));
    response.end();
  });

  it('drops what a slow reader does not take, and starts over with a snapshot', async () => {
    const { response } = await open();
    response.full = true;
    for (let index = 0; index < 1000; index += 1) {
      tell([change(String(index))]);
    }
    expect(response.names).toEqual(['snapshot', 'synced', 'change']);
    response.full = false;
    response.emit('drain');
    expect(response.names.slice(3)).toEqual(['snapshot', 'synced']);
    response.end();
  });

  it('sends a snapshot that the connection does not take at once only once, synced included', async () => {
    const { response } = await open({}, { full: true });
    response.emit('drain');
    response.emit('drain');
    expect(response.names).toEqual(['snapshot', 'synced']);
    response.end();
  });

  it('writes nothing after its end, even when a slow reader takes up again', async () => {
    const { response, streams } = await open({}, { full: true });
    tell([change('1')]);
    streams.closeAll();
    const { length } = response.text;
    response.emit('drain');
    expect(response.text).toHaveLength(length);
  });

  it('does not open when the backend shuts down meanwhile', async () => {
    let shutDown = () => {};
    const listTargets = async () => {
      shutDown();
      return [target];
    };
    const response = new FakeResponse();
    const streams = createRolloutStreams(deps());
    shutDown = () => streams.closeAll();
    await streams.open(aRequest(response, { listTargets }));
    expect(response).toMatchObject({ text: '', destroyed: true });
    expect(stop).toHaveBeenCalledTimes(1);
  });

  it('gives up on a connection that takes nothing', async () => {
    const { response } = await open({}, { heartbeatMs: 5 });
    response.full = true;
    await waitUntil(() => response.destroyed);
    expect(stop).toHaveBeenCalled();
  });

  it('ends with the credentials', async () => {
    const credentials = {
      ...mockCredentials.user(),
      expiresAt: new Date(Date.now() + 20),
    };
    const { response } = await open({ credentials });
    await waitUntil(() => response.writableEnded);
    expect(response.text).toContain('{"reason":"credentials-expired"}');
  });

  const refused = {
    entityRef: target.entityRef,
    environment: target.environment,
    problem: { kind: 'not-allowed' as const, message: 'no', remedy: 'ask' },
  };
  it.each<[string, () => Promise<Array<DeployTarget | RefusedTarget>>, string]>(
    [
      [
        'the right to read is lost',
        () => Promise.reject(new NotAllowedError('no')),
        'permission-revoked',
      ],
      [
        'an Environment may be read no longer',
        async () => [refused],
        'permission-revoked',
      ],
      ['an Environment is gone', async () => [], 'permission-revoked'],
      [
        'the component belongs to another owner',
        async () => [{ ...target, owner: 'group:default/team-orders' }],
        'target-changed',
      ],
      [
        'the component is in another namespace',
        async () => [{ ...target, namespace: 'orders' }],
        'target-changed',
      ],
      [
        'the component is another one of the same name',
        async () => [
          {
            ...target,
            entity: {
              ...target.entity,
              metadata: { ...target.entity.metadata, uid: 'another' },
            },
          },
        ],
        'target-changed',
      ],
      [
        'the component is gone',
        () => Promise.reject(new NotFoundError('gone')),
        'target-changed',
      ],
      [
        'nobody can say',
        () => Promise.reject(new Error('catalog is down')),
        'check-failed',
      ],
    ],
  )('ends when %s', async (_, later, reason) => {
    const listTargets = jest
      .fn<Promise<Array<DeployTarget | RefusedTarget>>, []>(later)
      .mockResolvedValueOnce([target]);
    const { response } = await open({ listTargets }, { rightsMs: 10 });
    await waitUntil(() => response.writableEnded);
    expect(response.text).toContain(`{"reason":"${reason}"}`);
  });

  it('goes on while nothing changes', async () => {
    const listTargets = jest.fn(async () => [{ ...target }]);
    const { response } = await open({ listTargets }, { rightsMs: 5 });
    await waitUntil(() => listTargets.mock.calls.length > 3);
    expect(response.names).not.toContain('closed');
    response.end();
  });

  it('ends when the backend shuts down', async () => {
    const { response, streams } = await open();
    streams.closeAll();
    expect(response.names.at(-1)).toBe('closed');
    expect(response.text).toContain('{"reason":"shutting-down"}');
  });

  it('lets go of everything when the viewer leaves', async () => {
    const { response, streams } = await open();
    response.destroy();
    expect(stop).toHaveBeenCalledTimes(1);
    expect(unsubscribe).toHaveBeenCalledTimes(1);
    const { length } = response.text;
    streams.closeAll();
    expect(response.text).toHaveLength(length);
  });
});
