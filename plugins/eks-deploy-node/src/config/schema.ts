import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';

const ENVIRONMENT_NAME = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const NAMESPACE_PATTERN =
  /^(?=.{1,63}$)(?!-)(?:[a-z0-9*-]|\{owner\}|\{name\})+(?<!-)$/;
/** An optional host with its port, then owner and name. */
const REPOSITORY_PATTERN =
  /^(?=.{1,250}$)(?:[a-z0-9][a-z0-9.-]*(?::\d{1,5})?\/)?(?:[\w*-]|\{owner\}|\{name\})+\/(?:[\w.*-]|\{owner\}|\{name\})+$/i;
const WORKFLOW_PATTERN =
  /^(?=.{1,250}$)(?:[\w.*-]|\{owner\}|\{name\})+\.ya?ml$/;
/** As ECR names repositories. */
const IMAGES_PATTERN = /^(?=.{1,250}$)(?:[a-z0-9._/*-]|\{owner\}|\{name\})+$/;
const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;

/** Text that has a form; the remedy tells it, whether the text is missing or of another form. */
function text(form: RegExp, what: string, remedy: string) {
  return z.string({ error: `is not a text: ${remedy}` }).regex(form, {
    error: ({ input }) => `'${input}' is no ${what}: ${remedy}`,
  });
}

/** A list that makes no sense without an entry. */
function filled<Item extends z.ZodType>(item: Item, remedy: string) {
  return z
    .array(item, { error: `is not a list: ${remedy}` })
    .min(1, { error: `is empty: ${remedy}` });
}

const owner = z
  .string({ error: 'is not a text: write an entity reference in quotes' })
  .transform((reference, context) => {
    if (reference === '*') {
      return reference;
    }
    try {
      return stringifyEntityRef(parseEntityRef(reference));
    } catch {
      context.addIssue(
        `'${reference}' is no entity reference: write <kind>:<namespace>/<name>, e.g. group:default/team-chat, or '*'`,
      );
      return z.NEVER;
    }
  });

const allowRule = z.strictObject({
  owners: filled(owner, 'list the owners that it allows'),
  namespaces: filled(
    text(
      NAMESPACE_PATTERN,
      'namespace',
      "write lower-case letters, digits and '-', in which '*' stands for any text, '{owner}' for the owning group's name and '{name}' for the component's",
    ),
    'list the namespaces that it allows',
  ),
  repositories: z
    .array(
      text(
        REPOSITORY_PATTERN,
        'repository',
        "write <owner>/<name> or <host>/<owner>/<name>, in which '*' stands for any text, '{owner}' for the owning group's name and '{name}' for the component's",
      ),
      { error: 'is not a list: list repositories, or [] to allow none' },
    )
    .optional(),
  workflows: filled(
    text(
      WORKFLOW_PATTERN,
      'workflow',
      "write the name of a file below .github/workflows, e.g. deploy.yml, in which '*' stands for any text",
    ),
    'list the files of workflows that it allows',
  ).optional(),
  images: z
    .array(
      text(
        IMAGES_PATTERN,
        'repository of ECR',
        "write its name without the registry, in which '*' stands for any text, '{owner}' for the owning group's name and '{name}' for the component's",
      ),
      { error: 'is not a list: list repositories of ECR, or [] to allow none' },
    )
    .optional(),
});

const environment = z.strictObject({
  name: text(
    ENVIRONMENT_NAME,
    'name of an Environment',
    "write at most 63 lower-case letters, digits and '-'",
  ),
  cluster: text(/\S/, 'cluster', 'name a cluster of the Kubernetes plugin'),
  allow: z.array(allowRule, {
    error:
      'is not a list: list rules of owners and namespaces, or [] to let nobody in',
  }),
});

const aws = z.strictObject({
  region: text(REGION, 'AWS region', 'write one like eu-west-1'),
  endpoint: z
    .url({
      protocol: /^https?$/,
      error: 'is no address: write one like https://vpce.example.com',
    })
    .optional(),
  accountId: text(
    /^\d{12}$/,
    'AWS account',
    'write its 12 digits in quotes',
  ).optional(),
});

function count(byDefault: number, what = 'streams') {
  const error = `is not a number of ${what}: write a whole number from 1`;
  return z.int({ error }).min(1, { error }).default(byDefault);
}

/** An object that may be left out, or any part of it. */
function streamLimit(byDefault: { perUser: number; total: number }) {
  return z
    .strictObject({
      perUser: count(byDefault.perUser),
      total: count(byDefault.total),
    })
    .prefault({});
}

const limits = z
  .strictObject({
    rolloutStreams: streamLimit({ perUser: 50, total: 2_000 }),
    logStreams: streamLimit({ perUser: 10, total: 200 }),
    watchedNamespaces: count(500, 'namespaces'),
  })
  .prefault({});

/** The shape of `eksDeploy`; what one value says of another is checked in readEksDeployConfig. */
export const eksDeploySchema = z.strictObject({
  aws: aws.optional(),
  limits,
  environments: filled(
    environment,
    'add an Environment with name, cluster and allow',
  ).optional(),
});
