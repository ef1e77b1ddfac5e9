import { Octokit } from '@octokit/rest';
import type { ContractProxy } from './holdToContract';

/** A GitHub behind a proxy that checks what passes, for one behaviour alone. */
export interface GithubScene {
  proxy: ContractProxy;
  /** Bears a token that may do everything. */
  octokit: Octokit;
  token: string;
  /** A repository with files, workflows, a completed run, an environment, settings and an issue. */
  chat: Repository & { runId: number };
  /** The routes of the sandbox's REST API. */
  routes: string[];
  /** Creates a repository past the proxy: with a README and a workflow on `main`. */
  createRepository(): Promise<Repository>;
}

/** Parameters of Octokit, whose type an interface does not fit. */
export type Repository = { owner: string; repo: string };

/** An Octokit that says nothing. */
export function createQuietOctokit(baseUrl: string, auth?: string): Octokit {
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  return new Octokit({ baseUrl, auth, log });
}
