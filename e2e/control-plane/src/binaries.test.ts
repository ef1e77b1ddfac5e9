import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { binaryNames, buildWhole, isWhole } from './binaries';

describe('buildWhole', () => {
  let cache: string;

  beforeEach(() => {
    cache = mkdtempSync(join(tmpdir(), 'control-plane-cache-'));
  });

  afterEach(() => rmSync(cache, { recursive: true }));

  const build = (into: string) => writeFile(join(into, 'etcd'), 'program');

  it('puts what was built under its name', async () => {
    await buildWhole(join(cache, 'hash'), build);
    expect(readdirSync(cache)).toEqual(['hash']);
    expect(existsSync(join(cache, 'hash', 'etcd'))).toBe(true);
  });

  it('leaves nothing of a build that broke off', async () => {
    const broken = buildWhole(join(cache, 'hash'), async into => {
      await build(into);
      throw new Error('no space left');
    });
    await expect(broken).rejects.toThrow('no space left');
    expect(readdirSync(cache)).toEqual([]);
  });

  it('takes what another built meanwhile', async () => {
    const folder = join(cache, 'hash');
    await buildWhole(folder, async into => {
      await build(into);
      await buildWhole(folder, build);
    });
    expect(readdirSync(cache)).toEqual(['hash']);
  });
});

describe('isWhole', () => {
  it('takes no folder that lacks a program', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'control-plane-cache-'));
    try {
      for (const name of binaryNames) {
        expect(isWhole(folder)).toBe(false);
        await writeFile(join(folder, name), 'program');
      }
      expect(isWhole(folder)).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
