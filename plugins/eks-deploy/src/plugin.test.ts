import { anEntity } from './testing';
import * as older from '.';

describe('the older frontend system’s entry point', () => {
  it('exports what an app needs, and no default that would pass for a new plugin', () => {
    expect(older).toMatchObject({
      eksDeployPlugin: expect.anything(),
      EntityDeployContent: expect.any(Function),
      EksClusterPickerFieldExtension: expect.any(Function),
      eksDeployApiRef: expect.anything(),
    });
    expect(older).not.toHaveProperty('default');
    expect([...older.eksDeployPlugin.getApis()]).toHaveLength(1);
  });
});

describe('isDeployAvailable', () => {
  it('asks for a component with a kubernetes-id', () => {
    expect(older.isDeployAvailable(anEntity())).toBe(true);
    expect(
      older.isDeployAvailable(anEntity({ 'backstage.io/kubernetes-id': '' })),
    ).toBe(false);
    expect(older.isDeployAvailable({ ...anEntity(), kind: 'API' })).toBe(false);
  });
});
