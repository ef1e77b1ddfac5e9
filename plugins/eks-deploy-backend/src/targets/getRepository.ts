import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import { ANNOTATION_PROJECT_SLUG } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { Repository } from './DeployTarget';

const OWNER = /^[A-Za-z0-9][\w-]{0,99}$/;
const NAME = /^(?!\.{1,2}$)[\w.-]{1,100}$/;
const DEFAULT_HOST = 'github.com';

/**
 * The repository that an entity's annotations name; undefined when they name none, or none on GitHub.
 *
 * @remarks
 * Whoever writes the catalog file chooses it. No annotation leads to a host that isn't one of the operator's GitHub
 * integrations.
 */
export function getRepository(
  entity: Entity,
  integrations: ScmIntegrationRegistry,
): Repository | undefined {
  const annotations = entity.metadata.annotations ?? {};
  const slug = toSlug(annotations[ANNOTATION_PROJECT_SLUG]?.split('/') ?? []);
  if (!slug) {
    return undefined;
  }
  const source = annotations[ANNOTATION_SOURCE_LOCATION]?.replace(/^url:/, '');
  const host =
    (source && findHost(source, integrations)) ??
    integrations.github.byHost(DEFAULT_HOST)?.config.host;
  return host ? { host, ...slug } : undefined;
}

/** Path of a file in a repository, after host, owner and name: how it is shown, and in which version. */
const FILE_KINDS = ['blob', 'tree', 'raw'];
const BRANCH = /^[\w.-]{1,100}$/;
const COMMIT = /^[0-9a-f]{4,}$/i;
/** How other references begin: `refs/pull/7/head` is what somebody pushed to a fork, `HEAD` whatever is current. */
const NO_BRANCHES = ['refs', 'pull', 'head'];
const PATH_PART = /^(?!\.{1,2}$)[\w.@+~-]{1,255}$/;
const LONGEST_LOCATION = 2_000;

/**
 * The repository that the catalog itself read an entity from; undefined where it can't be told for certain.
 *
 * @remarks
 * `backstage.io/managed-by-location` is written by the catalog over whatever a file says. Its address was chosen by
 * whoever registered it, though, so one that a URL parser, git and GitHub might read differently counts as unknown.
 */
export function getSourceRepository(
  entity: Entity,
  integrations: ScmIntegrationRegistry,
): Repository | undefined {
  const location = entity.metadata.annotations?.[ANNOTATION_LOCATION] ?? '';
  const url = location.replace(/^url:/, '');
  if (url === location || url.length > LONGEST_LOCATION || !URL.canParse(url)) {
    return undefined;
  }
  const { href, origin, pathname } = new URL(url);
  const [, owner, name, kind, branch, ...path] = pathname.split('/');
  const slug = toSlug([owner, name]);
  const host = findHost(url, integrations);
  return host &&
    slug &&
    href === url &&
    href === `${origin}${pathname}` &&
    FILE_KINDS.includes(kind) &&
    isBranch(branch ?? '') &&
    path.length > 0 &&
    path.every(part => PATH_PART.test(part))
    ? { host, ...slug }
    : undefined;
}

/**
 * Whether a version is the name of a branch or a tag, which only those who may write to the repository can make.
 *
 * @remarks
 * What git could read as a commit is left out, also at the end of what `git describe` writes: GitHub serves the commits
 * of every fork and pull request under the repository that they were forked from.
 */
function isBranch(version: string): boolean {
  const described = version.slice(version.lastIndexOf('-g') + 2);
  return (
    BRANCH.test(version) &&
    !NO_BRANCHES.includes(version.toLowerCase()) &&
    !COMMIT.test(version) &&
    !COMMIT.test(described)
  );
}

/** GitHub takes owners and names in either case. */
export function isSameRepository(a: Repository, b: Repository): boolean {
  const key = ({ host, owner, name }: Repository) =>
    `${host}/${owner}/${name}`.toLowerCase();
  return key(a) === key(b);
}

function toSlug(
  parts: Array<string | undefined>,
): Pick<Repository, 'owner' | 'name'> | undefined {
  const [owner = '', name = '', ...rest] = parts;
  return OWNER.test(owner) && NAME.test(name) && rest.length === 0
    ? { owner, name }
    : undefined;
}

function findHost(url: string, integrations: ScmIntegrationRegistry) {
  return URL.canParse(url)
    ? integrations.github.byUrl(url)?.config.host
    : undefined;
}
