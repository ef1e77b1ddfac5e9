import assert from 'node:assert/strict';
import { behaviours } from '../../contract/Behaviour';
import type { Exchange } from '../Exchange';
import type { GithubScene } from '../GithubScene';
import { keptBehaviours } from '../keptBehaviours';
import { routeCalls } from '../routes';

/** Whether a request succeeded that a route of Express, such as `GET /repos/:owner/:repo`, is for. */
function reached(route: string, { request, answer }: Exchange): boolean {
  const [method, path] = route.split(' ');
  const pattern = path.replace(/:\w+/g, '[^/]+').replace(/\*/g, '.*');
  return (
    request.method === method &&
    answer.status < 400 &&
    new RegExp(`^${pattern}/?$`).test(request.target.split('?')[0])
  );
}

export const routes = [
  ...keptBehaviours(
    'the sandbox keeps to',
    Object.fromEntries(
      Object.entries(routeCalls).map(([route, call]) => [
        route,
        async (scene: GithubScene) => {
          await call(scene);
          assert.ok(
            scene.proxy.exchanges.some(exchange => reached(route, exchange)),
            `Nothing asked for ${route}.`,
          );
        },
      ]),
    ),
  ),
  ...behaviours<GithubScene>('the sandbox', {
    'answers no route that is not checked here': async scene => {
      assert.deepEqual(
        [...scene.routes].sort(),
        Object.keys(routeCalls).sort(),
      );
    },
  }),
];
