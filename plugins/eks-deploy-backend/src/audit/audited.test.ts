import { mockServices } from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import { audited } from './audited';

function anAuditor() {
  const event = { success: jest.fn(), fail: jest.fn() };
  const auditor = mockServices.auditor.mock({
    createEvent: async () => event,
  });
  return { event, auditor };
}

describe('audited', () => {
  it('records a success once the work is done', async () => {
    const { event, auditor } = anAuditor();
    const work = audited({ auditor }, { eventId: 'e' }, async () => 'done');
    await expect(work).resolves.toBe('done');
    expect(event.success).toHaveBeenCalledTimes(1);
    expect(event.fail).not.toHaveBeenCalled();
  });

  it('records a refusal and passes it on', async () => {
    const { event, auditor } = anAuditor();
    const refusal = new NotAllowedError('no');
    const work = audited({ auditor }, { eventId: 'e' }, async () => {
      throw refusal;
    });
    await expect(work).rejects.toBe(refusal);
    expect(event.fail).toHaveBeenCalledWith({ error: refusal, meta: {} });
    expect(event.success).not.toHaveBeenCalled();
  });

  it.each(['success', 'fail'] as const)(
    'says at its end by %s what the work found out',
    async end => {
      const { event, auditor } = anAuditor();
      await audited({ auditor }, { eventId: 'e' }, async note => {
        note({ cluster: 'staging', namespace: 'chat' });
        note({ namespace: 'orders' });
        if (end === 'fail') {
          throw new NotAllowedError('no');
        }
      }).catch(() => {});
      expect(event[end]).toHaveBeenCalledWith(
        expect.objectContaining({
          meta: { cluster: 'staging', namespace: 'orders' },
        }),
      );
    },
  );
});
