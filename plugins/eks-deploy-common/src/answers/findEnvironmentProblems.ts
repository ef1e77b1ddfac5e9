import { findProblemsWithin } from './environmentRules';
import { Unique } from './Unique';

/**
 * The answers about one environment of a service that have to fit each other, or those about another environment.
 *
 * @public
 */
export interface EnvironmentAnswers {
  /** Such as `staging`; no two environments share one. */
  name: string;
  /** ARN of an EKS cluster. */
  cluster: string;
  /** DNS name of the page. */
  frontendHost: string;
  /** DNS name of the API. */
  backendHost: string;
  /** The Route 53 zone of both hosts; not checked if left out. */
  hostedZone?: string;
  /** ARN of the certificate of both hosts; not checked if left out. */
  certificateArn?: string;
  /** What answers while the environment is down. */
  standbyHost?: string;
}

/**
 * What can't work about the environments, and what would: the same sentences for the wizard's form and the API.
 *
 * Each begins with the answer it is about, e.g. `environments[0].frontendHost: …`. An answer that is not given yet is no
 * problem: whether it has to be is the template's to say.
 *
 * @returns nothing if all is well
 * @public
 */
export function findEnvironmentProblems(
  environments: Array<Partial<EnvironmentAnswers>>,
): string[] {
  const names = new Unique('give each environment a name of its own');
  const clusters = new Unique(
    'the namespace is the same everywhere, so give each environment a cluster of its own',
  );
  const hosts = new Unique('give each tier of each environment its own host');
  return environments.flatMap((environment, index) => {
    const field = `environments[${index}]`;
    const { name, cluster, frontendHost, backendHost } = environment;
    return [
      ...names.add(`${field}.name`, name),
      ...clusters.add(`${field}.cluster`, cluster),
      ...hosts.add(`${field}.frontendHost`, frontendHost),
      ...hosts.add(`${field}.backendHost`, backendHost),
      ...findProblemsWithin(environment, field),
    ];
  });
}
