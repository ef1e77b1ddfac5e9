import assert from 'node:assert/strict';
import { behaviours, type Behaviour } from '../contract/Behaviour';
import type { GithubScene } from './GithubScene';

/** Behaviours that also fail where any request or answer departs from GitHub's description. */
export function keptBehaviours(
  about: string,
  checks: Record<string, Behaviour<GithubScene>['check']>,
): Behaviour<GithubScene>[] {
  return behaviours<GithubScene>(about, checks).map(({ name, check }) => ({
    name,
    async check(scene) {
      await check(scene);
      const { exchanges, problems } = scene.proxy;
      assert.ok(exchanges.length > 0, 'Nothing was asked through the proxy.');
      assert.equal(problems.length, 0, problems.join('\n'));
    },
  }));
}

/**
 * Takes departures off a scene's list that are known, and not ours to mend.
 *
 * @param known - Ends of the lines, e.g. `request /title is not declared`.
 * @throws AssertionError when one is no longer there: then it is to be forgotten here, too.
 */
export function tolerate({ proxy }: GithubScene, known: string[]): void {
  for (const end of known) {
    const index = proxy.problems.findIndex(line => line.endsWith(end));
    assert.notEqual(index, -1, `Nothing departs any more by "${end}".`);
    proxy.problems.splice(index, 1);
  }
}
