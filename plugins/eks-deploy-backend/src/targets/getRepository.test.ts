import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { anEntity } from '../__testUtils__/entities';
import { getRepository, getSourceRepository } from './getRepository';

const integrations = ScmIntegrations.fromConfig(
  mockServices.rootConfig({
    data: {
      integrations: {
        github: [
          { host: 'github.com' },
          {
            host: 'ghe.example.com:8443',
            apiBaseUrl: 'https://ghe.example.com:8443/api/v3',
          },
        ],
      },
    },
  }),
);
const commit = '0123456789abcdef0123456789abcdef01234567';

describe('getRepository', () => {
  it.each(['chat', 'a/b/c', '../chat', 'a/..', '', `a/${'b'.repeat(200)}`])(
    'takes none from the slug %j',
    slug => {
      const entity = anEntity({ 'github.com/project-slug': slug });
      expect(getRepository(entity, integrations)).toBeUndefined();
    },
  );
});

describe('getSourceRepository', () => {
  const find = (location: string) =>
    getSourceRepository(
      anEntity({ 'backstage.io/managed-by-location': location }),
      integrations,
    );

  it.each([
    [
      'url:https://github.com/example-org/chat/blob/main/catalog-info.yaml',
      'github.com',
    ],
    [
      'url:https://github.com/example-org/chat/tree/v1.2.0/deploy/catalog-info.yaml',
      'github.com',
    ],
    [
      'url:https://ghe.example.com:8443/example-org/chat/raw/main/c.yaml',
      'ghe.example.com:8443',
    ],
  ])('reads %s', (location, host) => {
    expect(find(location)).toEqual({
      host,
      owner: 'example-org',
      name: 'chat',
    });
  });

  it.each([
    ['a file', 'file:/app/catalog-info.yaml'],
    [
      'another type',
      'github:https://github.com/example-org/chat/blob/main/c.yaml',
    ],
    ['no location', ''],
    [
      'an unknown host',
      'url:https://evil.example.com/example-org/chat/blob/main/c.yaml',
    ],
    [
      'another port',
      'url:https://github.com:444/example-org/chat/blob/main/c.yaml',
    ],
    [
      'a user',
      'url:https://github.com@evil.example.com/example-org/chat/blob/main/c.yaml',
    ],
    [
      'user-info',
      'url:https://me@github.com/example-org/chat/blob/main/c.yaml',
    ],
    [
      'a path upwards',
      'url:https://github.com/example-org/chat/blob/main/../../../../evil/evil/blob/main/c.yaml',
    ],
    [
      'an encoded path upwards',
      'url:https://github.com/example-org/chat/blob/main/%2e%2e/%2e%2e/c.yaml',
    ],
    [
      'an encoded slash',
      'url:https://github.com/example-org/chat/blob/main%2f..%2fx/c.yaml',
    ],
    [
      'twice encoded',
      'url:https://github.com/example-org/chat/blob/main/%252e%252e/c.yaml',
    ],
    [
      'a backslash',
      'url:https://github.com/example-org/chat\\..\\evil/blob/main/c.yaml',
    ],
    [
      'a query',
      'url:https://github.com/example-org/chat/blob/main/c.yaml?ref=x',
    ],
    [
      'a query in the version',
      'url:https://github.com/example-org/chat/blob/main&ref=x/c.yaml',
    ],
    [
      'a fragment',
      'url:https://github.com/example-org/chat/blob/main/c.yaml#x',
    ],
    [
      'an empty part',
      'url:https://github.com/example-org//chat/blob/main/c.yaml',
    ],
    ['no file', 'url:https://github.com/example-org/chat/blob/main'],
    ['no version', 'url:https://github.com/example-org/chat'],
    ['a pull request', 'url:https://github.com/example-org/chat/pull/7/c.yaml'],
    [
      'a reference of a pull request',
      'url:https://github.com/example-org/chat/blob/refs/pull/5/head/c.yaml',
    ],
    [
      'its short form',
      'url:https://github.com/example-org/chat/blob/pull/5/head/c.yaml',
    ],
    [
      'HEAD, which names no branch',
      'url:https://github.com/example-org/chat/raw/HEAD/c.yaml',
    ],
    [
      'a commit, which may be a fork\u2019s',
      `url:https://github.com/example-org/chat/blob/${commit}/c.yaml`,
    ],
    [
      'an abbreviated commit',
      `url:https://github.com/example-org/chat/blob/${commit.slice(
        0,
        7,
      )}/c.yaml`,
    ],
    [
      'a commit in capitals',
      `url:https://github.com/example-org/chat/blob/${commit.toUpperCase()}/c.yaml`,
    ],
    [
      'a described commit',
      `url:https://github.com/example-org/chat/blob/v1-2-g${commit.slice(
        0,
        7,
      )}/c.yaml`,
    ],
    [
      'a long address',
      `url:https://github.com/example-org/chat/blob/main/${'a/'.repeat(
        131_072,
      )}c.yaml`,
    ],
  ])('does not believe %s', (_, location) => {
    expect(find(location)).toBeUndefined();
  });
});
