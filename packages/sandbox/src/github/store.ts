import fs from 'node:fs';
import path from 'node:path';
import type { Logger } from 'winston';
import { GitRepository } from '../git/repository';
import { JsonFile } from '../state/jsonFile';

/** JSON that the sandbox stores as it was sent and answers as it was stored. */
export type Json = Record<string, unknown>;

export interface Account {
  id: number;
  login: string;
  type: 'User' | 'Organization' | 'Bot';
}

export interface Team {
  id: number;
  org: string;
  slug: string;
}

/** A variable or a secret. */
export interface Setting {
  name: string;
  value: string;
  createdAt: string;
  updatedAt: string;
}

export interface EnvironmentRecord {
  id: number;
  name: string;
  createdAt: string;
  updatedAt: string;
  settings: Json;
  branchPolicies: Json[];
  variables: Record<string, Setting>;
  secrets: Record<string, Setting>;
}

export interface IssueRecord {
  id: number;
  number: number;
  title: string;
  body: string | null;
  /** Login. */
  author: string;
  /** Names. */
  labels: string[];
  /** Logins. */
  assignees: string[];
  createdAt: string;
}

/** A repository beside its git data. */
export interface RepositoryRecord {
  id: number;
  owner: string;
  name: string;
  description: string | null;
  homepage: string | null;
  private: boolean;
  defaultBranch: string;
  createdAt: string;
  updatedAt: string;
  pushedAt: string;
  topics: string[];
  settings: Json;
  variables: Record<string, Setting>;
  secrets: Record<string, Setting>;
  environments: Record<string, EnvironmentRecord>;
  protection: Record<string, Json>;
  rulesets: Json[];
  collaborators: Record<string, string>;
  teams: Record<string, string>;
  issues: IssueRecord[];
  /** What is only kept: hooks, deploy keys, autolinks. */
  lists: Record<string, Json[]>;
}

interface State {
  lastId: number;
  accounts: Account[];
  teams: Team[];
  repositories: RepositoryRecord[];
}

/** Everything GitHub knows beside git, in one JSON file; repositories are bare ones beside it. */
export class GithubStore {
  readonly #file: JsonFile<State>;
  readonly reposDir: string;

  constructor(
    stateDir: string,
    seed: Pick<State, 'accounts' | 'teams'>,
    logger: Logger,
  ) {
    this.#file = new JsonFile(
      path.join(stateDir, 'github.json'),
      { lastId: 1_000, ...seed, repositories: [] },
      logger,
    );
    this.reposDir = path.join(stateDir, 'repositories');
    fs.mkdirSync(this.reposDir, { recursive: true });
  }

  get #state(): State {
    return this.#file.value;
  }

  nextId(): number {
    this.#state.lastId += 1;
    this.changed();
    return this.#state.lastId;
  }

  account(login: string): Account | undefined {
    return this.#state.accounts.find(account => isSame(account.login, login));
  }

  get accounts(): Account[] {
    return this.#state.accounts;
  }

  team(org: string, slug: string): Team | undefined {
    return this.#state.teams.find(
      team => isSame(team.org, org) && isSame(team.slug, slug),
    );
  }

  teams(org: string): Team[] {
    return this.#state.teams.filter(team => isSame(team.org, org));
  }

  get repositories(): RepositoryRecord[] {
    return this.#state.repositories;
  }

  repository(owner: string, name: string): RepositoryRecord | undefined {
    return this.#state.repositories.find(
      repository =>
        isSame(repository.owner, owner) && isSame(repository.name, name),
    );
  }

  async createRepository(
    given: Pick<RepositoryRecord, 'owner' | 'name'> & Partial<RepositoryRecord>,
  ): Promise<RepositoryRecord> {
    const now = new Date().toISOString();
    const repository: RepositoryRecord = {
      id: this.nextId(),
      description: null,
      homepage: null,
      private: false,
      defaultBranch: 'main',
      createdAt: now,
      updatedAt: now,
      pushedAt: now,
      topics: [],
      settings: {},
      variables: {},
      secrets: {},
      environments: {},
      protection: {},
      rulesets: [],
      collaborators: {},
      teams: {},
      issues: [],
      lists: {},
      ...given,
    };
    await GitRepository.create(
      this.#gitDir(repository),
      repository.defaultBranch,
    );
    this.#state.repositories.push(repository);
    this.changed();
    return repository;
  }

  deleteRepository(repository: RepositoryRecord) {
    this.#state.repositories = this.#state.repositories.filter(
      other => other !== repository,
    );
    fs.rmSync(this.#gitDir(repository), { recursive: true, force: true });
    this.changed();
  }

  git(repository: Pick<RepositoryRecord, 'owner' | 'name'>): GitRepository {
    return new GitRepository(this.#gitDir(repository));
  }

  /** To be called after any change to what the store has handed out. */
  changed() {
    this.#file.changed();
  }

  save() {
    this.#file.save();
  }

  #gitDir(repository: Pick<RepositoryRecord, 'owner' | 'name'>): string {
    return path.join(this.reposDir, repository.owner, `${repository.name}.git`);
  }
}

/** `owner/name`. */
export function getFullName({
  owner,
  name,
}: Pick<RepositoryRecord, 'owner' | 'name'>): string {
  return `${owner}/${name}`;
}

function isSame(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
