import assert from 'node:assert/strict';
import { behaviours } from '../sceneBehaviours';
import type { DeploymentOptions } from '../manifests';
import type { Pod } from '../objects';
import { Rollout } from '../Rollout';
import type { Scene } from '../Scene';
import { streamLines } from '../streamLines';

async function runningPod(
  scene: Scene,
  options?: DeploymentOptions,
): Promise<Pod> {
  const rollout = await Rollout.begin(scene, options);
  return scene.eventually('a container runs', async () =>
    (await rollout.pods()).find(
      ({ status }) => status.containerStatuses?.[0]?.state.running,
    ),
  );
}

function pathOf(scene: Scene, pod: Pod, query: Record<string, string> = {}) {
  const path = scene.path('pods', pod.metadata.name, 'log');
  return `${path}?${new URLSearchParams(query)}`;
}

function read(scene: Scene, pod: Pod, query?: Record<string, string>) {
  return streamLines(scene.cluster, pathOf(scene, pod, query), {});
}

export const logs = behaviours("a container's log", {
  'is text, and ends with what there is': async scene => {
    const pod = await runningPod(scene);
    const lines = await scene.eventually('something is printed', async () => {
      const printed = await read(scene, pod);
      return printed.length > 0 && printed;
    });
    assert.match(lines[0], /^INFO starting/);
  },
  'that is followed goes on with what comes later': async scene => {
    const pod = await runningPod(scene);
    const later = /^INFO .*request/i;
    const lines = await streamLines(
      scene.cluster,
      pathOf(scene, pod, { follow: 'true', tailLines: '1' }),
      { until: line => later.test(line) },
    );
    assert.match(lines.at(-1) ?? '', later);
  },
  'can begin with its last lines': async scene => {
    const pod = await runningPod(scene);
    await scene.eventually('more than one is printed', async () => {
      const printed = await read(scene, pod);
      return printed.length > 1;
    });
    assert.equal((await read(scene, pod, { tailLines: '1' })).length, 1);
    assert.equal((await read(scene, pod, { tailLines: '0' })).length, 0);
  },
  'can say when each line was printed': async scene => {
    const pod = await runningPod(scene);
    const [first] = await scene.eventually('something is printed', async () => {
      const printed = await read(scene, pod, { timestamps: 'true' });
      return printed.length > 0 && printed;
    });
    assert.match(first, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z INFO /);
  },
  'of the run before is there after a crash': async scene => {
    const rollout = await Rollout.begin(scene, {
      image: 'example.com/chat:1-crash',
    });
    const pod = await scene.eventually('it has crashed', async () =>
      (
        await rollout.pods()
      ).find(
        ({ status }) => status.containerStatuses?.[0]?.lastState?.terminated,
      ),
    );
    const lines = await read(scene, pod, { previous: 'true' });
    assert.match(lines[0], /^INFO starting/);
  },
  'of a container that the pod does not have is refused with 400':
    async scene => {
      const pod = await runningPod(scene);
      const path = pathOf(scene, pod, { container: 'sidecar' });
      const { status, body } = await scene.ask(path);
      assert.equal(status, 400);
      assert.equal(
        body.message,
        `container sidecar is not valid for pod ${pod.metadata.name}`,
      );
    },
  'needs a name where there are several, and the refusal lists them':
    async scene => {
      const pod = await runningPod(scene, {
        containers: ['app', 'proxy'].map(name => ({
          name,
          image: 'example.com/chat:1',
        })),
      });
      const { status, body } = await scene.ask(pathOf(scene, pod));
      assert.equal(status, 400);
      assert.equal(
        body.message,
        `a container name must be specified for pod ${pod.metadata.name}, choose one of: [app proxy]`,
      );
    },
  'of a pod that is on no node is empty': async scene => {
    const rollout = await Rollout.begin(scene, {
      nodeSelector: { 'example.com/gpu': 'yes' },
    });
    const pod = await scene.eventually(
      'there is a pod',
      async () => (await rollout.pods())[0],
    );
    assert.deepEqual(await read(scene, pod), []);
  },
  'of a pod that is not there is a 404': async scene => {
    const { status } = await scene.ask(scene.path('pods', 'nobody', 'log'));
    assert.equal(status, 404);
  },
});
