import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bringKubectl } from './kubectl';

// Elsewhere nothing is brought.
if (process.platform === 'linux' && process.arch === 'x64') {
  it('brings a kubectl that runs, and nothing beside it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kubectl-'));
    try {
      const kubectl = join(folder, 'kubectl');
      await bringKubectl(kubectl);
      const { stdout } = await promisify(execFile)(kubectl, [
        'version',
        '--client',
      ]);
      expect(stdout).toContain('Client Version: v1.36');
      expect(await readdir(folder)).toEqual(['kubectl']);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 120_000);
}
