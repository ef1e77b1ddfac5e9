import { createActions } from '.';

it('pins the ids of the actions', () => {
  expect(createActions().map(({ id }) => id)).toEqual([
    'eks-deploy:answers:check',
  ]);
});

it.each(createActions())(
  '$id explains itself and runs in a dry run',
  action => {
    expect(action.description).toBeTruthy();
    expect(action.examples).not.toHaveLength(0);
    expect(action.supportsDryRun).toBe(true);
  },
);
