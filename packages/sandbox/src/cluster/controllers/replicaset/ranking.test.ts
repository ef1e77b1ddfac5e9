import { aPod } from '../../testing/objects';
import { rankForDeletion } from './ranking';

it('lets go first of the pods that would be missed least', () => {
  const cheap = { 'controller.kubernetes.io/pod-deletion-cost': '-1' };
  const pods = [
    aPod('ready', { node: 'a' }),
    aPod('ready-for-a-short-time', {
      node: 'a',
      readySince: '2026-01-03T00:00:00Z',
    }),
    aPod('cheap', { node: 'a', annotations: cheap }),
    aPod('unready', { node: 'a', ready: false }),
    aPod('pending', { node: 'a', ready: false, phase: 'Pending' }),
    aPod('unscheduled', { ready: false, phase: 'Pending' }),
  ];
  expect(rankForDeletion(pods).map(({ metadata }) => metadata.name)).toEqual([
    'unscheduled',
    'pending',
    'unready',
    'cheap',
    'ready-for-a-short-time',
    'ready',
  ]);
});
