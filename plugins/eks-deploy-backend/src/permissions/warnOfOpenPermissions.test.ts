import { mockServices } from '@backstage/backend-test-utils';
import { warnOfOpenPermissions } from './warnOfOpenPermissions';

describe('warnOfOpenPermissions', () => {
  it.each<[string, object, string, string[]]>([
    [
      'permissions are off',
      { enabled: false },
      'owners',
      ['permission.enabled'],
    ],
    ['nobody turned them on', {}, 'owners', ['permission.enabled']],
    [
      'the policy is the one that allows everything',
      { enabled: true },
      'allow-all-policy',
      ['called allow-all-policy'],
    ],
    ['there is a policy', { enabled: true }, 'owners', []],
  ])('when %s', async (_, permission, moduleId, warnings) => {
    const logger = mockServices.logger.mock();
    await warnOfOpenPermissions({
      config: mockServices.rootConfig({ data: { permission } }),
      instance: {
        getInstalledPlugins: async () => [
          { pluginId: 'catalog', modules: [{ moduleId: 'allow-all-policy' }] },
          { pluginId: 'permission', modules: [{ moduleId }] },
        ],
      },
      logger,
    });
    expect(logger.warn.mock.calls).toEqual(
      warnings.map(warning => [expect.stringContaining(warning)]),
    );
  });
});
