import express from 'express';
import { Logger } from 'winston';
import { Actions } from '../actions/actions';
import { ActionsHost } from '../actions/run/host';
import { ToolEnvironment } from '../actions/run/tools';
import { ImageStore } from '../aws/imageStore';
import { listen } from '../http/listen';
import { createApi } from './api';
import { GithubContext } from './context';
import { createGitHttpRoutes } from './gitRoutes';
import { listRoutes } from './listRoutes';
import { SecretBox } from './secretBox';
import { toRepositoryJson } from './shapes/repository';
import { GithubStore, RepositoryRecord, Setting } from './store';
import { Tokens } from './tokens';
import { createPages } from './web/pages';

/** What the GitHub stand-in is started with. */
export interface GithubOptions {
  port: number;
  stateDir: string;
  /** The token that may do everything. */
  token: string;
  images: ImageStore;
  tools: ToolEnvironment;
  logger: Logger;
  onEnvironment?: GithubContext['onEnvironment'];
}

/** The running GitHub stand-in. */
export interface Github {
  url: string;
  apiUrl: string;
  host: string;
  /** Of the REST API, e.g. `GET /repos/:owner/:repo`. */
  routes: string[];
  store: GithubStore;
  actions: Actions;
  stop(): Promise<void>;
}

const SEED = {
  accounts: [
    { id: 1, login: 'example-org', type: 'Organization' as const },
    { id: 2, login: 'sandbox', type: 'User' as const },
    { id: 3, login: 'guest', type: 'User' as const },
    { id: 41898282, login: 'github-actions[bot]', type: 'Bot' as const },
  ],
  teams: [
    { id: 11, org: 'example-org', slug: 'team-chat' },
    { id: 12, org: 'example-org', slug: 'team-orders' },
  ],
};

/** Starts the GitHub stand-in: git, REST, pages and Actions on one port. */
export async function startGithub(options: GithubOptions): Promise<Github> {
  const app = express();
  app.disable('x-powered-by');
  const listener = await listen(app, {
    name: 'github',
    port: options.port,
    hostname: 'localhost',
  });
  const { url } = listener;
  const apiUrl = `${url}/api/v3`;
  const store = new GithubStore(options.stateDir, SEED, options.logger);
  const tokens = new Tokens(options.token, 'sandbox');
  const actions = new Actions({
    stateDir: options.stateDir,
    images: options.images,
    tools: options.tools,
    logger: options.logger,
    host: createHost(),
  });
  const context: GithubContext = {
    store,
    actions,
    tokens,
    secretBox: await SecretBox.create(),
    url,
    apiUrl,
    logger: options.logger,
    onEnvironment: options.onEnvironment ?? (async () => {}),
  };
  const api = createApi(context);
  app.use('/api/v3', api);
  app.use(createGitHttpRoutes(context));
  app.use(createPages(context));

  function createHost(): ActionsHost {
    const find = (fullName: string): RepositoryRecord => {
      const [owner, name] = fullName.split('/');
      const repository = store.repository(owner, name);
      if (!repository) throw new Error(`There is no repository ${fullName}.`);
      return repository;
    };
    const merge = (
      kind: 'variables' | 'secrets',
      fullName: string,
      environment?: string,
    ) => {
      const repository = find(fullName);
      return toValues({
        ...repository[kind],
        ...(environment ? repository.environments[environment]?.[kind] : {}),
      });
    };
    return {
      serverUrl: url,
      apiUrl,
      git: fullName => store.git(find(fullName)),
      defaultBranch: fullName => find(fullName).defaultBranch,
      repositoryPayload: fullName =>
        JSON.parse(JSON.stringify(toRepositoryJson(find(fullName), context))),
      variables: (fullName, environment) =>
        merge('variables', fullName, environment),
      secrets: (fullName, environment) =>
        merge('secrets', fullName, environment),
      issueToken: (_fullName, login) => tokens.issue(login),
      revokeToken: token => tokens.revoke(token),
    };
  }

  return {
    url,
    apiUrl,
    host: new URL(url).host,
    routes: listRoutes(api),
    store,
    actions,
    stop: async () => {
      await actions.stop();
      await listener.close();
      store.save();
    },
  };
}

function toValues(settings: Record<string, Setting>): Record<string, string> {
  return Object.fromEntries(
    Object.values(settings).map(setting => [setting.name, setting.value]),
  );
}
