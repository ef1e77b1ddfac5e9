import type {
  DeploymentRecord,
  RolloutChange,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { aNewRecord } from '../__testUtils__/records';
import { aTarget } from '../__testUtils__/target';
import { openEntityView } from './openEntityView';

const target = aTarget({ environment: 'production' });
const { kubernetesId: __, ...newRecord } = aNewRecord();
const record: DeploymentRecord = {
  ...newRecord,
  id: 'a',
  status: 'running',
  requestedAt: '2026-01-01T00:00:00.000Z',
};

/** Opens a view that lists one record; gives what was told, and what tells the view of a record. */
async function open() {
  let tell: (changed: DeploymentRecord) => void = () => {};
  const told: RolloutChange[] = [];
  const view = await openEntityView(
    {
      reader: {
        read: async () => ({
          environment: 'production',
          state: 'live',
          rollouts: [],
        }),
        watch: () => ({
          current: () => ({
            environment: 'production',
            state: 'live',
            rollouts: [],
          }),
          stop() {},
        }),
      },
      records: {
        list: async () => ({ items: [record] }),
        subscribe(_, listener) {
          tell = listener;
          return () => {};
        },
      },
    },
    'component:default/chat',
    [target],
    change => told.push(change),
  );
  return { view, told, tell: (changed: DeploymentRecord) => tell(changed) };
}

describe('openEntityView', () => {
  it('tells of a record that changed', async () => {
    const { view, told, tell } = await open();
    const ended: DeploymentRecord = { ...record, status: 'succeeded' };

    tell(ended);

    expect(told).toEqual([{ type: 'record', record: ended }]);
    expect(view.current().records).toEqual([ended]);
  });

  it('does not tell again of a record as it was listed', async () => {
    const { told, tell } = await open();

    tell({ ...record });

    expect(told).toEqual([]);
  });
});
