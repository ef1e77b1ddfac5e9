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
    expect(event.fail).toHaveBeenCalledWith({ error: refusal });
    expect(event.success).not.toHaveBeenCalled();
  });
});
