import assert from 'node:assert/strict';
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { ConfigReader } from '@backstage/config';
import type { GithubScene } from '../GithubScene';
import { keptBehaviours } from '../keptBehaviours';
import { integrationsConfig, quietLogger } from '../portal';

function createReader(scene: GithubScene) {
  return UrlReaders.default({
    config: new ConfigReader(integrationsConfig(scene, scene.token)),
    logger: quietLogger,
  });
}

function blobUrl({ proxy, chat }: GithubScene, path: string): string {
  return `${proxy.url}/${chat.owner}/${chat.repo}/blob/main/${path}`;
}

export const reader = keptBehaviours("the catalog's reader", {
  'reads a file': async scene => {
    const { buffer } = await createReader(scene).readUrl(
      blobUrl(scene, 'docs/index.md'),
    );
    assert.equal(String(await buffer()), 'docs\n');
  },
  'hears 304 of a file that stays': async scene => {
    const url = blobUrl(scene, 'README.md');
    const { etag } = await createReader(scene).readUrl(url);
    await assert.rejects(createReader(scene).readUrl(url, { etag }), {
      name: 'NotModifiedError',
    });
  },
  'is told by 404 of a file that is not there': async scene => {
    await assert.rejects(createReader(scene).readUrl(blobUrl(scene, 'none')), {
      name: 'NotFoundError',
    });
  },
  'reads a whole tree': async scene => {
    const { chat, proxy } = scene;
    const url = `${proxy.url}/${chat.owner}/${chat.repo}/tree/main/docs`;
    const tree = await createReader(scene).readTree(url);
    const files = await tree.files();
    assert.deepEqual(
      files.map(({ path }) => path),
      ['index.md'],
    );
    assert.equal(String(await files[0].content()), 'docs\n');
  },
  'searches by a pattern': async scene => {
    const { files } = await createReader(scene).search(
      blobUrl(scene, 'docs/*.md'),
    );
    assert.equal(files.length, 1);
    assert.equal(String(await files[0].content()), 'docs\n');
  },
});
