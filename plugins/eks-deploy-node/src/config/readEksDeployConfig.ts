import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { EksDeployConfig } from './EksDeployConfig';
import { readKnownClusters } from './readKnownClusters';
import { eksDeploySchema } from './schema';

const ROOT = 'eksDeploy';

/**
 * Reads and checks the configuration under `eksDeploy`, once, at start.
 *
 * @throws InputError with a line for everything that is wrong: the key, what is wrong with it, and the remedy.
 * @public
 */
export function readEksDeployConfig(
  config: RootConfigService,
): EksDeployConfig {
  if (!config.has(ROOT)) {
    throw new InputError(
      `${ROOT}: is missing: add ${ROOT}.environments with the name, the cluster and the allowed owners of each Environment`,
    );
  }
  const { success, data, error } = eksDeploySchema.safeParse(config.get(ROOT));
  const problems = success
    ? [
        ...findDuplicateNames(data),
        ...findUnknownClusters(data, readKnownClusters(config)),
      ]
    : error.issues.flatMap(toProblems);
  if (!success || problems.length > 0) {
    throw new InputError(problems.join('\n'));
  }
  return data;
}

interface Issue {
  code?: string;
  path: PropertyKey[];
  message: string;
  keys?: string[];
  input?: unknown;
}

function toProblems(issue: Issue): string[] {
  if (issue.code === 'unrecognized_keys' && issue.keys) {
    return issue.keys.map(
      key =>
        `${toKey([
          ...issue.path,
          key,
        ])}: is unknown: remove it or correct its spelling`,
    );
  }
  return [`${toKey(issue.path)}: ${issue.message}`];
}

function findDuplicateNames({ environments }: EksDeployConfig): string[] {
  const names = environments.map(({ name }) => name);
  return names.flatMap((name, index) =>
    names.indexOf(name) < index
      ? [
          `${toKey([
            'environments',
            index,
            'name',
          ])}: '${name}' is there already: give each Environment its own name`,
        ]
      : [],
  );
}

function findUnknownClusters(
  { environments }: EksDeployConfig,
  known: string[] | undefined,
): string[] {
  return environments.flatMap(({ cluster }, index) =>
    known === undefined || known.includes(cluster)
      ? []
      : [
          `${toKey([
            'environments',
            index,
            'cluster',
          ])}: '${cluster}' is not known to the Kubernetes plugin: add it to kubernetes.clusterLocatorMethods or name one of ${known.join(
            ', ',
          )}`,
        ],
  );
}

/** e.g. `eksDeploy.environments[1].cluster`. */
function toKey(path: PropertyKey[]): string {
  return path.reduce<string>(
    (key, part) =>
      typeof part === 'number' ? `${key}[${part}]` : `${key}.${String(part)}`,
    ROOT,
  );
}
