import { InputError } from '@backstage/errors';
import { parseEksClusterArn } from '../arn';

/** The answers about one environment that depend on those about others. */
export interface EnvironmentAnswers {
  name: string;
  /** ARN of an EKS cluster. */
  cluster: string;
  frontendHost: string;
  backendHost: string;
}

/** The answers that no schema of a single field can check. */
export interface Answers {
  environments: EnvironmentAnswers[];
  minReplicas: number;
  maxReplicas: number;
}

const hostPattern = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** Values that may stand in one field only. */
class Unique {
  readonly #fields = new Map<string, string>();
  readonly #remedy: string;

  constructor(remedy: string) {
    this.#remedy = remedy;
  }

  add(field: string, value: string): void {
    const first = this.#fields.get(value);
    if (first) {
      throw new InputError(
        `${field}: "${value}" is also ${first}; ${this.#remedy}`,
      );
    }
    this.#fields.set(value, field);
  }
}

function checkHost(field: string, host: string): void {
  if (host.length > 253 || !hostPattern.test(host)) {
    throw new InputError(
      `${field}: "${host}" is not a DNS name; use one such as chat.example.com, in lower case and without https://`,
    );
  }
}

/** @throws InputError that names the first answer that can't work, and what would */
export function checkAnswers(answers: Answers): void {
  const { environments, minReplicas, maxReplicas } = answers;
  if (minReplicas > maxReplicas) {
    throw new InputError(
      `maxReplicas: ${maxReplicas} is less than minReplicas, ${minReplicas}; use ${minReplicas} or more`,
    );
  }
  const names = new Unique('give each environment a name of its own');
  const clusters = new Unique(
    'the namespace is the same everywhere, so give each environment a cluster of its own',
  );
  const hosts = new Unique('give each tier of each environment its own host');

  environments.forEach((environment, index) => {
    const field = `environments[${index}]`;
    names.add(`${field}.name`, environment.name);
    parseEksClusterArn(environment.cluster, `${field}.cluster`);
    clusters.add(`${field}.cluster`, environment.cluster);
    for (const key of ['frontendHost', 'backendHost'] as const) {
      checkHost(`${field}.${key}`, environment[key]);
      hosts.add(`${field}.${key}`, environment[key]);
    }
  });
}
