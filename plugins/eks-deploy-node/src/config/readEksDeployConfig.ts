import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { EksDeployConfig, EnvironmentConfig } from './EksDeployConfig';
import { getDefaultEnvironments } from './getDefaultEnvironments';
import { readKnownClusters } from './readKnownClusters';
import { eksDeploySchema } from './schema';

const ROOT = 'eksDeploy';

/**
 * Reads and checks the configuration under `eksDeploy`, once, at start.
 *
 * @remarks
 * Without `environments`, a single cluster that the Kubernetes plugin's configuration lists is the only Environment, in
 * which each owning group may use the namespace of its own name.
 *
 * @throws InputError with a line for everything that is wrong: the key, what is wrong with it, and the remedy.
 * @public
 */
export function readEksDeployConfig(
  config: RootConfigService,
): EksDeployConfig {
  const known = readKnownClusters(config);
  const { data, error } = eksDeploySchema.safeParse(
    config.getOptional(ROOT) ?? {},
  );
  if (!data) {
    throw new InputError(error.issues.flatMap(toProblems).join('\n'));
  }
  const environments = data.environments ?? getDefaultEnvironments(known);
  const problems = [
    ...findDuplicateNames(environments),
    ...findUnknownClusters(environments, known),
  ];
  if (problems.length > 0) {
    throw new InputError(problems.join('\n'));
  }
  return { ...data, environments };
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

function findDuplicateNames(environments: EnvironmentConfig[]): string[] {
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
  environments: EnvironmentConfig[],
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
