import { parseVersions, readVersions } from './versions';

describe('parseVersions', () => {
  it('reads what the module pins', async () => {
    const { go, kubernetes } = await readVersions();
    expect(go).toMatch(/^1\.\d+/);
    expect(kubernetes).toMatch(/^v1\.\d+\.\d+$/);
  });

  it('refuses a module that does not pin Kubernetes', () => {
    expect(() => parseVersions('module example.com/x\n\ngo 1.26.0\n')).toThrow(
      'names no version',
    );
  });
});
