import type { GithubScene } from '../GithubScene';

/** A request, or several, by the sandbox's route that has to answer it. */
export type RouteCalls = Record<
  string,
  (scene: GithubScene) => Promise<unknown>
>;

/** The same owner and repository as parameters, without what a scene says beyond them. */
export function chatOf({ chat: { owner, repo } }: GithubScene) {
  return { owner, repo };
}
