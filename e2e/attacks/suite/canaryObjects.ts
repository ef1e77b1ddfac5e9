import type { FakeObject } from '../world/FakeCluster';
import { aContainerStatus, aFakeEvent, aFakePod } from '../world/fakeNamespace';

/** A pod for each way in which a container can wait or end with somebody's text. */
export function podsOf(
  id: string,
  sow: (where: string) => string,
): FakeObject[] {
  const waiting = (name: string, reason: string, message: string) =>
    aFakePod(id, name, {
      annotations: { a: sow(`pod annotation ${name}`) },
      status: {
        conditions: [
          {
            type: 'Ready',
            status: 'False',
            reason: 'ContainersNotReady',
            message: `not ready: Bearer ${sow(`condition Bearer ${name}`)}abc`,
          },
        ],
        containerStatuses: [aContainerStatus({ waiting: { reason, message } })],
      },
    });
  return [
    waiting(
      `${id}-2-aaaaa`,
      'ImagePullBackOff',
      [
        `ErrImagePull: failed to pull "https://bob:${sow(
          'pull user:password@',
        )}@registry.example.com/app:2"`,
        `unexpected status 401: {"token":"${sow('pull token')}"}`,
        `https://${sow('pull token@')}@registry.example.com/v2?sig=${sow(
          'pull sig',
        )}&X-Amz-Signature=${sow('pull X-Amz-Signature')}`,
        `X-Amz-Credential=${sow('pull X-Amz-Credential')}`,
      ].join(' '),
    ),
    aFakePod(id, `${id}-2-bbbbb`, {
      status: {
        containerStatuses: [
          aContainerStatus(
            {
              waiting: {
                reason: 'CrashLoopBackOff',
                message: `back-off 5m0s ${sow('crash message')}`,
              },
            },
            {
              terminated: {
                exitCode: 1,
                reason: 'Error',
                message: sow('termination message'),
                finishedAt: '2026-01-01T00:00:00Z',
              },
            },
          ),
        ],
      },
    }),
    waiting(
      `${id}-2-ccccc`,
      'CreateContainerConfigError',
      `couldn't find key db-password in Secret canary/x secret: ${sow(
        'config secret:',
      )}`,
    ),
    aFakePod(id, `${id}-2-ddddd`, {
      status: {
        containerStatuses: [
          aContainerStatus({
            terminated: {
              exitCode: 137,
              reason: 'OOMKilled',
              message: sow('OOM termination message'),
            },
          }),
        ],
      },
    }),
    waiting(
      `${id}-2-eeeee`,
      'RunContainerError',
      `OCI runtime create failed: exec: "export T=${sow(
        'run command',
      )}": executable file not found in $PATH`,
    ),
    aFakePod(id, `${id}-2-fffff`, {
      status: {
        phase: 'Failed',
        reason: 'Evicted',
        message: `evicted because token=${sow('eviction token')}`,
      },
    }),
  ];
}

/** What a kubelet, a controller and an operator say of them. */
export function eventsOf(
  id: string,
  sow: (where: string) => string,
): FakeObject[] {
  const pod = {
    kind: 'Pod',
    name: `${id}-2-aaaaa`,
    uid: `${id}-2-aaaaa-pod`,
  };
  const deployment = {
    kind: 'Deployment',
    name: id,
    uid: `${id}-deployment`,
  };
  const said: Array<[object: typeof pod, reason: string, message: string]> = [
    [pod, 'Unhealthy', `Readiness probe failed: ${sow('probe output')}`],
    [
      pod,
      'Unhealthy',
      `Liveness probe failed: HTTP probe failed with statuscode: 500 body ${sow(
        'probe body',
      )}`,
    ],
    [
      pod,
      'Unhealthy',
      `Readiness probe errored: rpc error: ${sow('probe error')} timeout: x`,
    ],
    [pod, 'FailedPostStartHook', `PostStartHook failed: ${sow('hook output')}`],
    [
      pod,
      'FailedMount',
      `MountVolume.SetUp failed for volume "v" : rpc error: secret: ${sow(
        'mount secret:',
      )}`,
    ],
    [
      pod,
      'Failed',
      `Error: failed to start container "app": DB_PASSWORD=${sow(
        'start PASSWORD=',
      )}`,
    ],
    [
      deployment,
      'Custom',
      `connection string postgres://u:${sow(
        'postgres URL',
      )}@db/x; Server=db;User Id=sa;Pwd=${sow('ADO.NET Pwd')};`,
    ],
    [
      deployment,
      'Custom',
      `AccountKey=${sow('Azure AccountKey')}; jwt eyJhbGciOiJIUzI1NiJ9.eyJ${sow(
        'JWT',
      )}.abc`,
    ],
    [
      deployment,
      'Custom',
      `-----BEGIN RSA ${'PRIVATE'} KEY----- ${sow('PEM')} -----END`,
    ],
    [
      pod,
      'Unhealthy',
      `Liveness probe failed: Get "http://192.0.2.1:80/x?key=${sow(
        'probe URL',
      )}": dial tcp`,
    ],
    [
      pod,
      'Unhealthy',
      `Liveness probe failed: command timed out: "sh -c ${sow(
        'probe command',
      )}" timed out after 1s`,
    ],
    [
      pod,
      'Unhealthy',
      `Readiness probe failed: mysqladmin: ${sow(
        'probe spoof',
      )}: HTTP probe failed`,
    ],
  ];
  return said.map(([object, reason, message], index) =>
    aFakeEvent(`event-${index}`, object, { reason, message }),
  );
}
