import Router from 'express-promise-router';
import { Request } from 'express';
import { paginate } from '../answer';
import { GithubContext } from '../context';
import { GithubError, invalid, notFound } from '../errors';
import { EnvironmentRecord, Setting } from '../store';
import { findEnvironment, findRepository, readBody, readText } from './params';

const NAME = /^(?!GITHUB_)[A-Za-z_][A-Za-z0-9_]*$/i;

interface Scope {
  variables: Record<string, Setting>;
  secrets: Record<string, Setting>;
  environment?: EnvironmentRecord;
}

/** Variables and secrets of repositories and of their environments, which have the same routes. */
export function createSettingRoutes(context: GithubContext) {
  const router = Router();
  const { store, secretBox } = context;
  const places: Array<[string, (req: Request) => Scope]> = [
    ['/repos/:owner/:repo/actions', req => findRepository(req, context)],
    [
      '/repos/:owner/:repo/environments/:environment',
      req => {
        const environment = findEnvironment(req, context);
        return { ...environment, environment };
      },
    ],
  ];

  for (const [path, find] of places) {
    const changed = async (req: Request, scope: Scope) => {
      store.changed();
      if (scope.environment) {
        await context.onEnvironment(
          findRepository(req, context),
          scope.environment,
        );
      }
    };

    router.get(`${path}/variables`, (req, res) => {
      const all = Object.values(find(req).variables);
      res.json({
        total_count: all.length,
        variables: paginate(req, res, all).map(toVariableJson),
      });
    });
    router.post(`${path}/variables`, async (req, res) => {
      const scope = find(req);
      const name = readName(readText(readBody(req), 'name'));
      if (scope.variables[name]) {
        throw new GithubError(409, `Already exists - Variable already exists`);
      }
      scope.variables[name] = createSetting(
        name,
        readText(readBody(req), 'value') ?? '',
      );
      await changed(req, scope);
      res.status(201).json({});
    });
    router.get(`${path}/variables/:name`, (req, res) => {
      const variable = find(req).variables[req.params.name.toUpperCase()];
      if (!variable) throw notFound();
      res.json(toVariableJson(variable));
    });
    router.patch(`${path}/variables/:name`, async (req, res) => {
      const scope = find(req);
      const variable = scope.variables[req.params.name.toUpperCase()];
      if (!variable) throw notFound();
      variable.value = readText(readBody(req), 'value') ?? variable.value;
      variable.updatedAt = new Date().toISOString();
      await changed(req, scope);
      res.status(204).end();
    });
    router.delete(`${path}/variables/:name`, async (req, res) => {
      const scope = find(req);
      if (!scope.variables[req.params.name.toUpperCase()]) throw notFound();
      delete scope.variables[req.params.name.toUpperCase()];
      await changed(req, scope);
      res.status(204).end();
    });

    router.get(`${path}/secrets/public-key`, (req, res) => {
      find(req);
      res.json({ key_id: secretBox.keyId, key: secretBox.key });
    });
    router.get(`${path}/secrets`, (req, res) => {
      const all = Object.values(find(req).secrets);
      res.json({
        total_count: all.length,
        secrets: paginate(req, res, all).map(toSecretJson),
      });
    });
    router.get(`${path}/secrets/:name`, (req, res) => {
      const secret = find(req).secrets[req.params.name.toUpperCase()];
      if (!secret) throw notFound();
      res.json(toSecretJson(secret));
    });
    router.put(`${path}/secrets/:name`, async (req, res) => {
      const { secrets } = find(req);
      const name = readName(req.params.name);
      const body = readBody(req);
      if (readText(body, 'key_id') !== secretBox.keyId) {
        throw invalid(
          'Secret',
          'key_id',
          'invalid',
          'key_id is not the current key',
        );
      }
      const existed = name in secrets;
      secrets[name] = createSetting(
        name,
        openSecret(readText(body, 'encrypted_value') ?? '', context),
      );
      store.changed();
      if (existed) res.status(204).end();
      else res.status(201).json({});
    });
    router.delete(`${path}/secrets/:name`, (req, res) => {
      const { secrets } = find(req);
      if (!secrets[req.params.name.toUpperCase()]) throw notFound();
      delete secrets[req.params.name.toUpperCase()];
      store.changed();
      res.status(204).end();
    });
  }
  return router;
}

function readName(name = ''): string {
  if (NAME.test(name)) return name.toUpperCase();
  throw invalid(
    'Setting',
    'name',
    'invalid',
    'Names can only contain alphanumeric characters or underscores, and must not start with a number or GITHUB_.',
  );
}

function openSecret(encrypted: string, { secretBox }: GithubContext): string {
  try {
    return secretBox.open(encrypted);
  } catch {
    throw invalid(
      'Secret',
      'encrypted_value',
      'invalid',
      'The value is not sealed for the public key',
    );
  }
}

function createSetting(name: string, value: string): Setting {
  const now = new Date().toISOString();
  return { name, value, createdAt: now, updatedAt: now };
}

function toVariableJson(variable: Setting) {
  return { ...toSecretJson(variable), value: variable.value };
}

function toSecretJson(setting: Setting) {
  return {
    name: setting.name,
    created_at: setting.createdAt,
    updated_at: setting.updatedAt,
  };
}
