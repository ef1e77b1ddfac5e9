import type { RolloutSnapshot } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import {
  anEnvironment,
  anImage,
  aRecord,
  aRollout,
  aStatus,
} from '../src/testing';

/** Something of everything that the Deploy tab can show. */
export function createDemoSnapshot(now: number): RolloutSnapshot {
  const ago = (seconds: number) =>
    new Date(now - seconds * 1_000).toISOString();
  return {
    environments: [
      anEnvironment({
        observedAt: ago(2),
        rollouts: [
          aRollout({
            currentSince: ago(20),
            changeCause: 'deploy 1.4.3 (request 42)',
            images: [
              { container: 'app', image: anImage('1.4.3') },
              { container: 'proxy', image: 'public.ecr.aws/envoy:v1.37' },
            ],
            status: aStatus({
              phase: 'progressing',
              step: 'awaiting-availability',
              counts: {
                desired: 4,
                updated: 3,
                ready: 4,
                available: 4,
                total: 5,
              },
            }),
          }),
          aRollout({
            workload: 'chat-frontend',
            tier: 'frontend',
            currentSince: ago(86_400),
            images: [
              { container: 'app', image: anImage('2.0.1', 'chat-frontend') },
            ],
          }),
        ],
      }),
      anEnvironment({
        environment: 'production',
        cluster: 'production',
        observedAt: ago(3),
        rollouts: [
          aRollout({
            uid: 'uid-production',
            currentSince: ago(400),
            images: [{ container: 'app', image: anImage('1.5.0-rc.1') }],
            status: aStatus({
              phase: 'progressing',
              step: 'awaiting-availability',
              counts: {
                desired: 3,
                updated: 1,
                ready: 3,
                available: 3,
                total: 4,
              },
              cause: {
                kind: 'image-pull',
                message: `Back-off pulling image "${anImage('1.5.0-rc.1')}"`,
                pod: 'chat-backend-7d9c6b5f4-x2x9k',
                container: 'app',
                since: ago(380),
              },
            }),
          }),
          aRollout({
            workload: 'chat-worker',
            tier: undefined,
            revision: 2,
            currentSince: ago(7_200),
            images: [
              { container: 'app', image: anImage('1.4.2', 'chat-worker') },
            ],
            status: aStatus({ phase: 'paused' }),
          }),
        ],
      }),
      anEnvironment({
        environment: 'load-test',
        cluster: 'load-test',
        state: 'unreachable',
        observedAt: ago(900),
        rollouts: [],
      }),
      anEnvironment({ environment: 'preview', rollouts: [] }),
    ],
    records: [
      aRecord({
        status: 'running',
        command: 'redeploy',
        image: anImage('1.4.3'),
        requestedAt: ago(34),
        endedAt: undefined,
        reason: undefined,
        workflowRun: {
          id: 1042,
          url: 'https://github.example.com/example-org/chat/actions/runs/1042',
          status: 'in_progress',
        },
      }),
      aRecord({
        id: '00000000-0000-4000-8000-000000000002',
        status: 'failed',
        environment: 'production',
        requestedAt: ago(3_600),
        endedAt: ago(3_000),
        message: 'The rollout did not complete within 10 minutes.',
      }),
      aRecord({
        id: '00000000-0000-4000-8000-000000000003',
        workload: 'chat-frontend',
        requestedAt: ago(90_000),
        endedAt: ago(89_986),
      }),
    ],
  };
}
