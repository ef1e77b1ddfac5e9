import type { Scene } from './Scene';

/** Makes a scene's namespace, which takes pods once it has its service account. */
export async function openNamespace(scene: Scene): Promise<void> {
  await scene.must('/api/v1/namespaces', {
    method: 'POST',
    body: { metadata: { name: scene.namespace } },
  });
  const account = `/api/v1/namespaces/${scene.namespace}/serviceaccounts/default`;
  await scene.eventually('the namespace has its service account', async () => {
    const { status } = await scene.ask(account);
    return status === 200;
  });
}
