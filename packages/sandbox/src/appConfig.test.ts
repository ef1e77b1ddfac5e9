import { parse } from 'yaml';
import { formatAppConfig } from './appConfig';

it('holds what depends on the ports and nothing else', () => {
  const text = formatAppConfig({
    clusters: [
      {
        name: 'staging',
        url: 'https://127.0.0.1:7101',
        caFile: '/state/ca.crt',
        token: 'sandbox-token',
      },
    ],
    github: {
      url: 'http://localhost:7103',
      apiUrl: 'http://localhost:7103/api/v3',
      host: 'localhost:7103',
      token: 'sandbox-token',
    },
    aws: { url: 'http://127.0.0.1:7104', region: 'eu-west-1' },
    examples: ['example-org/chat'],
  });
  expect(parse(text)).toEqual({
    integrations: {
      github: [
        {
          host: 'localhost:7103',
          apiBaseUrl: 'http://localhost:7103/api/v3',
          token: 'sandbox-token',
        },
      ],
    },
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: [
            {
              name: 'staging',
              url: 'https://127.0.0.1:7101',
              authProvider: 'serviceAccount',
              serviceAccountToken: 'sandbox-token',
              caFile: '/state/ca.crt',
            },
          ],
        },
      ],
    },
    eksDeploy: {
      aws: { region: 'eu-west-1', endpoint: 'http://127.0.0.1:7104' },
    },
    catalog: {
      locations: [
        {
          type: 'url',
          target:
            'http://localhost:7103/example-org/chat/blob/main/catalog-info.yaml',
        },
      ],
    },
  });
});
