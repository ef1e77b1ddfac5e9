import assert from 'node:assert/strict';
import { behaviours } from '../../contract/Behaviour';
import type { GeneratedService } from '../GeneratedService';
import { aPicture } from '../aPicture';

export const uploading = behaviours<GeneratedService>('an upload', {
  'is in the bucket, as it was sent and under a name of ours': async ({
    replicas: [{ port }],
    s3,
  }) => {
    const sent = aPicture();
    const answer = await fetch(`http://127.0.0.1:${port}/api/uploads`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/html' },
      body: sent,
    });
    assert.equal(answer.status, 201);
    const { name }: { name: string } = await answer.json();
    assert.match(name, /^[0-9a-f-]{36}\.png$/);

    const stored = await fetch(`${s3.endpoint}/${s3.bucket}/uploads/${name}`);
    assert.equal(stored.headers.get('Content-Type'), 'image/png');
    assert.deepEqual(Buffer.from(await stored.arrayBuffer()), sent);
  },

  'is refused when it is no image, whatever it says it is': async ({
    replicas: [{ port }],
  }) => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/uploads`, {
      method: 'POST',
      headers: { 'Content-Type': 'image/png' },
      body: '<script>alert(1)</script>',
    });
    assert.equal(answer.status, 415);
  },
});
