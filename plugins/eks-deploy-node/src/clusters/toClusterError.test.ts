import { type ClusterFailure, toClusterError } from './toClusterError';

const asked = 'PATCH /apis/apps/v1/namespaces/chat/deployments/w';

function patchAnswered(failure: Partial<ClusterFailure>) {
  return toClusterError({ cluster: 'staging', asked, write: true, ...failure });
}

/** An answer of an API server. */
const status = (message: string, causes?: object[]) => ({
  kind: 'Status',
  message,
  details: { causes },
});

const pluginError = (message: string) => ({
  error: { name: 'Error', message: `Cluster 'x' request error; ${message}` },
});

const releaseOne =
  'images of release 1 have a known hole; deploy 2 or later password=hunter2';
const policy = `deployments.apps "w" is forbidden: ValidatingAdmissionPolicy 'qa-limits' with binding 'all' denied request: ${releaseOne}`;
const policySays =
  "its policy 'qa-limits' denies it: images of release 1 have a known hole; deploy 2 or later password=***";
const webhookDenied = 'admission webhook "deny.example.com" denied the request';
const webhookFailed =
  'Internal error occurred: failed calling webhook "policy.example.com": failed to call webhook: Post "https://policy.webhooks.svc:443/?timeout=10s": ';
const webhookSays =
  'it failed calling its admission webhook "policy.example.com"';

describe('toClusterError, of a write', () => {
  it.each<[string, number, unknown, string]>([
    ['a policy, as invalid', 422, status(policy), policySays],
    ['a policy, as forbidden', 403, status(policy), policySays],
    ['a policy, as unauthorized', 401, status(policy), policySays],
    ['a policy, as too large', 413, status(policy), policySays],
    [
      'a policy without a binding',
      422,
      status(
        `deployments.apps "w" is forbidden: ValidatingAdmissionPolicy 'p' denied request: no`,
      ),
      "its policy 'p' denies it: no",
    ],
    [
      'a mutating policy',
      422,
      status(`policy 'm' with binding 'b' denied request: no default`),
      "its policy 'm' denies it: no default",
    ],
    ...[400, 403, 404, 409, 422, 429, 500, 503].map(
      (code): [string, number, unknown, string] => [
        `a webhook that chose ${code}`,
        code,
        status(`${webhookDenied}: no root`),
        'its admission webhook "deny.example.com" denies it: no root',
      ],
    ),
    [
      'a webhook without a word',
      400,
      status(`${webhookDenied} without explanation`),
      'its admission webhook "deny.example.com" denies it and does not say why',
    ],
    [
      'a quota',
      403,
      status(
        'deployments.apps "w" is forbidden: exceeded quota: few, requested: count/deployments.apps=1, used: 1, limited: 1',
      ),
      "the cluster's admission control denies it: exceeded quota: few, requested",
    ],
    [
      'the pod security standard',
      403,
      status(
        'pods "w" is forbidden: violates PodSecurity "restricted:latest": host namespaces (hostNetwork=true)',
      ),
      'denies it: violates PodSecurity "restricted:latest": host namespaces',
    ],
    [
      'an invalid object, by its fields alone',
      422,
      status('Deployment.apps "w" is invalid: Invalid value: canary', [
        { field: 'spec.replicas', message: 'Invalid value: canary' },
        { field: 'spec.template.spec' },
      ]),
      'would not be valid, see spec.replicas, spec.template.spec',
    ],
    ['any other 4xx', 400, status('canary'), 'it answered 400'],
  ])('is rejected by %s', (_, code, body, says) => {
    const error = patchAnswered({ status: code, body });
    expect(error).toMatchObject({
      name: 'ClusterRejectedError',
      statusCode: 422,
    });
    expect(error.message).toContain(
      `Cluster 'staging' did not carry out ${asked}: `,
    );
    expect(error.message).toContain(says);
    expect(error.message).not.toMatch(/RBAC|canary|hunter2/);
  });

  it.each([
    [
      'connection refused',
      'dial tcp 10.0.0.1:443: connect: connection refused',
    ],
    ['no endpoint', 'no endpoints available for service "policy"'],
    ['too slow', 'context deadline exceeded'],
    ['an unknown certificate', 'x509: certificate signed by unknown authority'],
  ])('fails for a webhook that can’t be asked: %s', (_, why) => {
    const body = status(webhookFailed + why);
    const error = patchAnswered({ status: 500, body });
    expect(error.name).toBe('ServiceUnavailableError');
    expect(error.message).toContain(webhookSays);
    expect(error.message).toMatch(
      new RegExp(`look at it: ${why.slice(0, 10)}`),
    );
    expect(error.message).not.toContain('https://');
  });

  it.each<[string, Partial<ClusterFailure>, string]>([
    [
      'a missing right',
      {
        status: 403,
        body: status(
          'deployments.apps "w" is forbidden: User "system:serviceaccount:a:b" cannot patch resource "deployments" in API group "apps" in the namespace "chat"',
        ),
      },
      'RBAC',
    ],
    [
      'a missing right of a user with an odd name',
      {
        status: 403,
        body: status(
          `deployments.apps "w" is forbidden: User "policy 'p' denied request: x" cannot patch resource "deployments"`,
        ),
      },
      'RBAC',
    ],
    [
      'a 403 of what is in front of it',
      { status: 403, body: 'blocked' },
      'RBAC',
    ],
    ['no sign-in', { status: 401, body: status('Unauthorized') }, '(401)'],
    ['its being busy', { status: 429, body: status('x') }, 'busy (429)'],
    [
      'no way to it, as the Kubernetes plugin says',
      {
        status: 500,
        body: pluginError('caused by Error: connect ECONNREFUSED 10.0.0.1:443'),
      },
      "can't be reached",
    ],
    ['no way to the Kubernetes plugin', { unsent: true }, "can't be reached"],
    [
      'an unknown cluster',
      { status: 404, body: { error: { name: 'NotFoundError' } } },
      'not known to the Kubernetes plugin',
    ],
  ])('fails, and changes nothing, for %s', (_, failure, says) => {
    const error = patchAnswered(failure);
    expect(error.name).toBe('ServiceUnavailableError');
    expect(error.message).toContain(says);
  });

  it.each<[string, Partial<ClusterFailure>]>([
    ['no answer', {}],
    [
      'a connection that broke',
      { status: 500, body: pluginError('socket hang up') },
    ],
    [
      'an error within the API server',
      { status: 500, body: status('etcdserver: request timed out') },
    ],
    ['a plain 500', { status: 500, body: 'oops' }],
    ['a bad gateway', { status: 502 }],
    ['a 503', { status: 503, body: status('unavailable') }],
    ['a 503 that names a pause', { status: 503, retryAfterMs: 1000 }],
    ['a gateway that ran out of time', { status: 504 }],
    ['a request that ran out of time', { status: 408 }],
  ])('may have been made after %s', (_, failure) => {
    const error = patchAnswered(failure);
    expect(error).toMatchObject({
      name: 'OutcomeUnknownError',
      statusCode: 504,
    });
    expect(error.message).toMatch(
      /^It is not known whether Cluster 'staging' carried out PATCH/,
    );
    expect(patchAnswered({ ...failure, write: false }).name).not.toBe(
      'OutcomeUnknownError',
    );
  });
});
