import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createActions } from '.';

const actions = createActions({ catalog: catalogServiceMock() });

it('pins the ids of the actions', () => {
  expect(actions.map(({ id }) => id)).toEqual([
    'eks-deploy:answers:check',
    'eks-deploy:catalog:wait',
  ]);
});

it.each(actions)('$id explains itself and runs in a dry run', action => {
  expect(action.description).toBeTruthy();
  expect(action.examples).not.toHaveLength(0);
  expect(action.supportsDryRun).toBe(true);
});
