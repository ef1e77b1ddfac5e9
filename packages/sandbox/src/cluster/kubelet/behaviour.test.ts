import { aPod } from '../testing/objects';
import { behaviourOf } from './behaviour';

describe('behaviourOf', () => {
  it.each([
    ['example.com/chat:1', 'ready', 1500],
    ['example.com/chat:1.2-slow', 'slow', 30_000],
    ['example.com/chat:1.2-crash', 'crash', 1500],
    ['example.com/chat:1-never-ready', 'never-ready', 1500],
    ['example.com/chat:1-oom@sha256:0123', 'oom', 1500],
    ['localhost:5000/never-ready', 'ready', 1500],
  ])('reads %s as %s', (image, outcome, readyAfterMs) => {
    expect(behaviourOf(aPod('pod', { image }), 1500)).toEqual({
      outcome,
      readyAfterMs,
    });
  });

  it('lets annotations win over the tag', () => {
    const pod = aPod('pod', {
      image: 'example.com/chat:1-crash',
      annotations: {
        'sandbox.eks-deploy/behaviour': 'slow',
        'sandbox.eks-deploy/ready-after': '2m',
      },
    });
    expect(behaviourOf(pod, 1500)).toEqual({
      outcome: 'slow',
      readyAfterMs: 120_000,
    });
  });
});
