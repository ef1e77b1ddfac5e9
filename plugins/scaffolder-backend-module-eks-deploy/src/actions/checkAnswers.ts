import { InputError } from '@backstage/errors';
import { parseEksClusterArn } from '../arn';

/** The answers about one environment that depend on those about others. */
export interface EnvironmentAnswers {
  name: string;
  /** ARN of an EKS cluster. */
  cluster: string;
  frontendHost: string;
  backendHost: string;
  /** The Route 53 zone of both hosts; not checked if left out. */
  hostedZone?: string;
  /** ARN of the certificate of both hosts; not checked if left out. */
  certificateArn?: string;
  /** What answers while the environment is down. */
  standbyHost?: string;
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

function checkZone(field: string, host: string, zone: string): void {
  if (host !== zone && !host.endsWith(`.${zone}`)) {
    throw new InputError(
      `${field}: "${host}" is outside of the zone ${zone}; use a host such as chat.${zone}, or another zone`,
    );
  }
}

// Route 53's health check asks by a second name, which is longer than the first one.
const originPrefix = 'origin.';

function checkOrigin(field: string, host: string): void {
  const most = 253 - originPrefix.length;
  if (host.length > most) {
    throw new InputError(
      `${field}: with a standby, use at most ${most} characters; the health check asks ${originPrefix} before it`,
    );
  }
}

/** A load balancer takes certificates of its own region only. */
function checkCertificate(field: string, arn: string, region: string): void {
  const [, , service, its] = arn.split(':');
  if (service !== 'acm') {
    throw new InputError(
      `${field}: "${arn}" is not the ARN of a certificate; use one such as arn:aws:acm:${region}:123456789012:certificate/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0`,
    );
  }
  if (its !== region) {
    throw new InputError(
      `${field}: the certificate is in ${its}, the cluster in ${region}; use a certificate of the cluster's region`,
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
    const { region } = parseEksClusterArn(
      environment.cluster,
      `${field}.cluster`,
    );
    clusters.add(`${field}.cluster`, environment.cluster);
    for (const key of ['frontendHost', 'backendHost'] as const) {
      checkHost(`${field}.${key}`, environment[key]);
      hosts.add(`${field}.${key}`, environment[key]);
      if (environment.hostedZone) {
        checkZone(`${field}.${key}`, environment[key], environment.hostedZone);
      }
      if (environment.standbyHost) {
        checkOrigin(`${field}.${key}`, environment[key]);
      }
    }
    if (environment.certificateArn) {
      checkCertificate(
        `${field}.certificateArn`,
        environment.certificateArn,
        region,
      );
    }
  });
}
