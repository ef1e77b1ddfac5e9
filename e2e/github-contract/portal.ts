import type { LoggerService } from '@backstage/backend-plugin-api';
import type { GithubScene } from './GithubScene';

/** What a portal's configuration says of the GitHub behind a scene's proxy. */
export function integrationsConfig(
  { proxy }: GithubScene,
  token: string,
): { integrations: { github: object[] } } {
  const { url, host } = proxy;
  const apiBaseUrl = `${url}/api/v3`;
  return {
    integrations: {
      github: [{ host, apiBaseUrl, rawBaseUrl: `${url}/raw`, token }],
    },
  };
}

export const quietLogger: LoggerService = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  child: () => quietLogger,
};
