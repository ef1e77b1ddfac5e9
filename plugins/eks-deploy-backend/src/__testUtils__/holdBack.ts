import type { FakeCluster } from './FakeCluster';

/** Has a cluster answer for one kind only when the returned function is called. */
export function holdBack(cluster: FakeCluster, ending: string): () => void {
  let release = () => {};
  const released = new Promise<void>(resolve => {
    release = resolve;
  });
  const watch = cluster.watch.bind(cluster);
  jest.spyOn(cluster, 'watch').mockImplementation(async request => {
    if (request.path.endsWith(ending)) {
      await released;
    }
    return watch(request);
  });
  return release;
}
