import { mockServices } from '@backstage/backend-test-utils';
import { createGroupDirectory } from './createGroupDirectory';

const group = 'group:default/team-chat';

function setUp() {
  let now = 0;
  const getEntityByRef = jest.fn(async (ref: unknown) =>
    ref === group
      ? { apiVersion: 'v1', kind: 'Group', metadata: { name: 'team-chat' } }
      : undefined,
  );
  const directory = createGroupDirectory({
    catalog: { getEntityByRef },
    auth: mockServices.auth(),
    now: () => now,
  });
  return {
    directory,
    getEntityByRef,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

describe('createGroupDirectory', () => {
  it('asks the catalog as the service itself', async () => {
    const { directory, getEntityByRef } = setUp();
    await expect(directory.has(group)).resolves.toBe(true);
    await expect(directory.has('group:default/none')).resolves.toBe(false);
    expect(getEntityByRef).toHaveBeenCalledWith(group, {
      credentials: expect.objectContaining({
        principal: expect.objectContaining({ type: 'service' }),
      }),
    });
  });

  it('asks once for many at the same time, and again after half a minute', async () => {
    const { directory, getEntityByRef, pass } = setUp();
    await Promise.all([directory.has(group), directory.has(group)]);
    pass(29_000);
    await directory.has(group);
    expect(getEntityByRef).toHaveBeenCalledTimes(1);
    pass(1_001);
    await directory.has(group);
    expect(getEntityByRef).toHaveBeenCalledTimes(2);
  });

  it('remembers no failure', async () => {
    const { directory, getEntityByRef } = setUp();
    getEntityByRef.mockRejectedValueOnce(new Error('down'));
    await expect(directory.has(group)).rejects.toThrow('down');
    await expect(directory.has(group)).resolves.toBe(true);
  });

  it('forgets the oldest of many', async () => {
    const { directory, getEntityByRef } = setUp();
    await directory.has(group);
    for (let index = 0; index < 1_000; index += 1) {
      await directory.has(`group:default/${index}`);
    }
    await directory.has('group:default/999');
    expect(getEntityByRef).toHaveBeenCalledTimes(1_001);
    await directory.has(group);
    expect(getEntityByRef).toHaveBeenCalledTimes(1_002);
  });
});
