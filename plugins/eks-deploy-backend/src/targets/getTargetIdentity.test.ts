import { aTarget } from '../__testUtils__/target';
import type { DeployTarget } from './DeployTarget';
import { getTargetIdentity } from './getTargetIdentity';

const other = { host: 'github.com', owner: 'example-org', name: 'orders' };
const { entity } = aTarget();

/** Another value for each field; the compiler asks for those of a new field. */
const changes = {
  entityRef: ['component:default/orders'],
  environment: ['staging'],
  entity: [{ ...entity, metadata: { ...entity.metadata, uid: 'another' } }],
  owner: ['group:default/team-orders'],
  cluster: ['staging'],
  namespace: ['orders'],
  kubernetesId: ['orders'],
  repository: [
    other,
    { ...other, name: 'chat', owner: 'evil-org' },
    { ...other, name: 'chat', host: 'ghe.example.com' },
    undefined,
  ],
  deployWorkflow: [
    { repository: other, file: 'deploy.yml' },
    { repository: { ...other, name: 'chat' }, file: 'release.yml' },
    {
      problem: { kind: 'not-allowed' as const, message: 'no', remedy: 'ask' },
    },
  ],
  imageRepositories: [['orders-backend'], []],
} satisfies { [Field in keyof DeployTarget]-?: Array<DeployTarget[Field]> };

describe('getTargetIdentity', () => {
  it.each(
    Object.entries(changes).flatMap(([field, values]) =>
      values.map((value): [string, unknown] => [field, value]),
    ),
  )('differs with another %s: %j', (field, value) => {
    expect(getTargetIdentity({ ...aTarget(), [field]: value })).not.toBe(
      getTargetIdentity(aTarget()),
    );
  });

  it('stays the same when only what is shown of the entity changes', () => {
    const described = {
      ...entity,
      metadata: { ...entity.metadata, description: 'new' },
    };
    expect(getTargetIdentity(aTarget({ entity: described }))).toBe(
      getTargetIdentity(aTarget()),
    );
  });
});
