import assert from 'node:assert/strict';
import { behaviours } from '../sceneBehaviours';
import { aDeployment } from '../manifests';
import { Rollout } from '../Rollout';
import { runKubectl } from '../runKubectl';

export const kubectl = behaviours('kubectl', {
  'applies a manifest, and the same one once more without a change':
    async scene => {
      const manifest = JSON.stringify(aDeployment());
      const first = await runKubectl(scene, ['apply', '-f', '-'], manifest);
      assert.equal(first.stdout, 'deployment.apps/chat created\n');
      const second = await runKubectl(scene, ['apply', '-f', '-'], manifest);
      assert.equal(second.stdout, 'deployment.apps/chat unchanged\n');
    },
  'follows a rollout to its end': async scene => {
    await Rollout.begin(scene, { replicas: 2 });
    const { code, stdout } = await runKubectl(scene, [
      ...['rollout', 'status', 'deployment/chat', '--timeout=20s'],
    ]);
    assert.equal(code, 0);
    assert.match(stdout, /deployment "chat" successfully rolled out\n$/);
  },
  'fails with a rollout that exceeds its deadline': async scene => {
    await Rollout.begin(scene, {
      image: 'example.com/chat:1-never-ready',
      progressDeadlineSeconds: 2,
    });
    const { code, stderr } = await runKubectl(scene, [
      ...['rollout', 'status', 'deployment/chat', '--timeout=20s'],
    ]);
    assert.equal(code, 1);
    assert.equal(
      stderr,
      'error: deployment "chat" exceeded its progress deadline\n',
    );
  },
  'undoes a rollout': async scene => {
    const rollout = await Rollout.begin(scene);
    await rollout.complete();
    await rollout.completeWith('example.com/chat:2');
    const { stdout } = await runKubectl(scene, [
      ...['rollout', 'undo', 'deployment/chat'],
    ]);
    assert.equal(stdout, 'deployment.apps/chat rolled back\n');
    const { spec } = await rollout.complete();
    assert.equal(spec.template.spec.containers[0].image, 'example.com/chat:1');
  },
  'tells the history by revision and change-cause': async scene => {
    const rollout = await Rollout.begin(scene, {
      annotations: { 'kubernetes.io/change-cause': 'the first' },
    });
    await rollout.complete();
    await rollout.completeWith('example.com/chat:2');
    const { stdout } = await runKubectl(scene, [
      ...['rollout', 'history', 'deployment/chat'],
    ]);
    assert.deepEqual(
      stdout
        .trim()
        .split('\n')
        .map(line => line.replace(/\s+/g, ' ').trim()),
      [
        'deployment.apps/chat',
        'REVISION CHANGE-CAUSE',
        '1 the first',
        '2 the first',
      ],
    );
  },
  'sets an image and restarts': async scene => {
    const rollout = await Rollout.begin(scene);
    await rollout.complete();
    for (const args of [
      ['set', 'image', 'deployment/chat', 'app=example.com/chat:2'],
      ['rollout', 'restart', 'deployment/chat'],
    ]) {
      const { code, stderr } = await runKubectl(scene, args);
      assert.equal(code, 0, stderr);
      await rollout.complete();
    }
    assert.equal((await rollout.replicaSets()).length, 3);
  },
});
