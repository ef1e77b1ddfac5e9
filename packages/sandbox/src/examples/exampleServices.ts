import { READY_AFTER_ANNOTATION } from '../cluster';

/** The account and registry that the examples are set up for. */
export interface ExampleAccount {
  accountId: string;
  region: string;
  registry: string;
}

/** What a Deployment is changed to, as a deploy workflow would. */
export interface Release {
  image: string;
  cause: string;
  podAnnotations?: Record<string, string>;
}

/** An example service: the versions it has gone through, and the release that has not gone well yet. */
export interface ExampleService {
  name: string;
  versions: string[];
  unfinished: {
    environment: string;
    tier: string;
    version: string;
    cause: string;
    isInEcr: boolean;
    podAnnotations?: Record<string, string>;
  };
}

export const TIERS = ['backend', 'frontend'];

/** What a new sandbox shows: a rollout that is going on, and one that is stuck. */
export const EXAMPLE_SERVICES: ExampleService[] = [
  {
    name: 'chat',
    versions: ['1.0.0', '1.1.0', '1.2.0'],
    unfinished: {
      environment: 'staging',
      tier: 'backend',
      version: '1.3.0',
      cause: 'backend 1.3.0 by sandbox: slow start, still rolling',
      isInEcr: true,
      podAnnotations: { [READY_AFTER_ANNOTATION]: '90s' },
    },
  },
  {
    name: 'orders',
    versions: ['2.0.0', '2.1.0', '2.2.0'],
    unfinished: {
      environment: 'production',
      tier: 'backend',
      version: '2.3.0',
      cause: 'backend 2.3.0 by sandbox: a tag that nobody has pushed',
      isInEcr: false,
    },
  },
];

export const EXAMPLE_OWNER = 'example-org';

/** The repositories of the examples, as `owner/name`. */
export const EXAMPLE_REPOSITORIES = EXAMPLE_SERVICES.map(
  ({ name }) => `${EXAMPLE_OWNER}/${name}`,
);

/** The releases of a tier in an environment that went well, oldest first. */
export function getFinishedReleases(
  { registry }: ExampleAccount,
  { name, versions }: ExampleService,
  tier: string,
): Release[] {
  return versions.map(version => ({
    image: `${registry}/${name}-${tier}:${version}`,
    cause: `${tier} ${version} by sandbox`,
  }));
}

/** The release of a tier in an environment that is still on its way. */
export function getUnfinishedRelease(
  { registry }: ExampleAccount,
  { name, unfinished }: ExampleService,
  environment: string,
  tier: string,
): Release | undefined {
  if (unfinished.environment !== environment || unfinished.tier !== tier) {
    return undefined;
  }
  const { version, cause, podAnnotations } = unfinished;
  return {
    image: `${registry}/${name}-${tier}:${version}`,
    cause,
    podAnnotations,
  };
}
