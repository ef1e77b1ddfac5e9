/** Where a repository is, as far as it is said. */
export interface RepositoryLocation {
  host?: string;
  owner?: string;
  repo?: string;
}

/** Reads what the scaffolder calls a repoUrl: `github.com?owner=example-org&repo=chat`. */
export function parseRepositoryUrl(repoUrl = ''): RepositoryLocation {
  const [host, query] = repoUrl.split('?');
  const parameters = new URLSearchParams(query);
  return {
    host: host || undefined,
    owner: parameters.get('owner') || undefined,
    repo: parameters.get('repo') || undefined,
  };
}

/** Writes a repoUrl; undefined while neither owner nor repository is said. */
export function formatRepositoryUrl({
  host,
  owner,
  repo,
}: RepositoryLocation): string | undefined {
  if (!owner && !repo) {
    return undefined;
  }
  const parameters = new URLSearchParams({
    ...(owner && { owner }),
    ...(repo && { repo }),
  });
  return `${host ?? ''}?${parameters}`;
}
