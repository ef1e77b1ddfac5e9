import { redactMessage } from './redactMessage';

const SECRET = 'Hunter2x9Q';

describe('redactMessage', () => {
  it.each([
    // URLs
    'pull from https://robot:Hunter2x9Q@registry.example.com/x',
    'pull from https://Hunter2x9Q@registry.example.com/x',
    'x=1https://u:Hunter2x9Q@h',
    'at postgres://u:pa/ss?Hunter2x9Q@db/x and mysql u:Hunter2x9Q@tcp(db:3306)/x',
    'https:\\/\\/u:Hunter2x9Q@h\\/x',
    'GET https://s3.example.com/x?X-Amz-Signature=Hunter2x9Q&n=1: 403',
    'see https://example.com/cb#access_token=Hunter2x9Q',
    'posting to hooks.slack.com/services/T0/B0/Hunter2x9Q',
    // Keys and options
    'env DB_PASSWORD=Hunter2x9Q rejected',
    'webhook said "apiKey": "Hunter2x9Q"',
    'nested {\\"apiKey\\":\\"Hunter2x9Q\\"}',
    'error: {"message":{"password":"Hunter2x9Q"},"pw":"Hunter2x9Q"}',
    'error: password=Hunter2x9Q, pwd=Hunter2x9Q; pass: Hunter2x9Q',
    'password: "two words Hunter2x9Q"',
    'password "Hunter2x9Q" is wrong, or the password is Hunter2x9Q',
    '<password>Hunter2x9Q</password>',
    'password%3DHunter2x9Q',
    'Server=db;User Id=sa;Pwd=Hunter2x9Q;',
    'AccountKey=Hunter2x9Q; SharedAccessKey=Hunter2x9Q',
    'X-Amz-Credential=Hunter2x9Q X-Amz-Security-Token=Hunter2x9Q',
    'credential=Hunter2x9Q AWS_ACCESS_KEY=Hunter2x9Q sig=Hunter2x9Q',
    'encryption-key=Hunter2x9Q signature: Hunter2x9Q',
    'kubectl create x --token Hunter2x9Q -p Hunter2x9Q --password=Hunter2x9Q',
    'mysql -u root -pHunter2x9Q; curl -u me:Hunter2x9Q',
    'args ["--token","Hunter2x9Q"] or [--token Hunter2x9Q]',
    'kubectl create secret generic x --from-literal=a=Hunter2x9Q',
    'kubectl set env deploy/x greeting=Hunter2x9Q',
    'started with LANG=Hunter2x9Q',
    'credentials: {"a": {"b": "c"}, "d": "Hunter2x9Q"} and secrets: [a, Hunter2x9Q]',
    // Headers
    'Authorization: Bearer Hunter2x9Q12345678',
    '"authorization":"Basic Hunter2x9Q12345678"',
    'status [app] Bearer Hunter2x9Q',
    'Cookie: a=b; sid=Hunter2x9Q',
    ...[
      'ApiKey',
      'apikey',
      'SSWS',
      'Splunk',
      'Api-Key',
      'NTLM',
      'custom',
      'AWS4-HMAC-SHA256 Credential=a,',
    ].map(scheme => `Authorization: ${scheme} Hunter2x9Q`),
    'Authorization: Digest username="me", response="Hunter2x9Q", uri="/"',
    `curl -H 'Authorization: ApiKey a Hunter2x9Q' https://example.com`,
    '{\\"Authorization\\":\\"ApiKey Hunter2x9Q\\"}',
    '{"Authorization":["ApiKey Hunter2x9Q"]}',
    // Names and values apart
    '{"name":"DB_PASSWORD","value":"Hunter2x9Q"}',
    '{\\"name\\": \\"DB_PASSWORD\\", \\"value\\": \\"Hunter2x9Q\\"}',
    'env {Name:DB_PASSWORD Value:Hunter2x9Q ValueFrom:nil}',
    '&EnvVar{Name:GREETING,Value:Hunter2x9Q,ValueFrom:nil,}',
    'env: - name: apiToken value: Hunter2x9Q',
    'name="password" value="Hunter2x9Q"',
    '<Password value="Hunter2x9Q"/> <add key="DbPassword" value="Hunter2x9Q"/>',
    // Options that hold a user or an assignment
    'curl -ume:Hunter2x9Q or -u"me:Hunter2x9Q" or --user=me:Hunter2x9Q',
    'curl --proxy-user me:Hunter2x9Q',
    'docker run -e foo=Hunter2x9Q --env foo=Hunter2x9Q --env=foo=Hunter2x9Q x',
    'helm upgrade --set-string env.db=Hunter2x9Q --set a=Hunter2x9Q',
    'redis-cli -h db -a Hunter2x9Q ping',
    // Sentences
    'wrong password Hunter2x9Q for user x',
    'token "Hunter2x9Q" expired, token Hunter2x9Q expired',
    'password is: Hunter2x9Q, and the secret was Hunter2x9Q',
    'access_token%22%3A%22Hunter2x9Q%22',
    'password=`a Hunter2x9Q`',
    'POST https://outlook.office.com/webhook/aaa@bbb/IncomingWebhook/Hunter2x9Q/d',
    'POST https://x.webhook.office.com/webhookb2/a@b/IncomingWebhook/Hunter2x9Q/d',
    'POST https://api.telegram.org/bot1:Hunter2x9Q/send',
    // What is known by its beginning, or by its looks
    'token eyJhbGciOiJIUzI1NiJ9.eyJzdWIHunter2x9Q.c2ln refused',
    'github_pat_11ABCDEFG0Hunter2x9Q refused',
    'glpat-Hunter2x9Q xoxb-1-Hunter2x9Q npm_Hunter2x9Q hvs.Hunter2x9Q',
    'sk_live_Hunter2x9Q AIzaHunter2x9Q dckr_pat_Hunter2x9Q AKIA2222Hunter2x9Q',
    'a key: wJalrXUtnFEMI/K7MDENG/bPxRfiCYHunter2x9Q',
    // Blocks, with and without an end
    'key -----BEGIN RSA PRIVATE KEY-----\nMIIEHunter2x9Q\n-----END RSA PRIVATE KEY----- is wrong',
    'key -----BEGIN PRIVATE KEY-----\\nMIIEHunter2x9Q',
    // What the API server and the container runtime quote
    'env[0].value: Invalid value: "a \\"Hunter2x9Q\\" b": must be a number',
    'spec: Invalid value: {"a":"x: Hunter2x9Q"}: is immutable',
    'exec: "export T=Hunter2x9Q": stat export T=Hunter2x9Q: no such file',
    'command timed out: "sh -c Hunter2x9Q" timed out after 1s',
    'Exec lifecycle hook ([sh -c Hunter2x9Q]) for Container "app" failed',
  ])('redacts %s', message => {
    const redacted = redactMessage(message);
    expect(redacted).not.toContain(SECRET);
    expect(redacted).toContain('***');
    expect(redactMessage(redacted)).toBe(redacted);
  });

  it.each([
    'spec.replicas: Invalid value: ***: must be greater than 0',
    '0/3 nodes are available: 1 Insufficient cpu, 2 node(s) had untolerated taint {dedicated=gpu: NoSchedule}. preemption: 0/3 nodes are available: 3 No preemption victims found for incoming pod.',
    'Back-off pulling image "registry.example.com/team/app:1.2.0"',
    'Failed to pull image "r.example.com/app:1.2@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef": rpc error: code = NotFound desc = failed to pull and unpack image "r.example.com/app:1.2": failed to resolve reference "r.example.com/app:1.2": r.example.com/app:1.2: not found',
    'failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://registry.example.com/v2/token: 401 Unauthorized',
    'Readiness probe failed: Get "http://10.0.0.1:8080/health": dial tcp 10.0.0.1:8080: connect: connection refused',
    'Liveness probe failed: HTTP probe failed with statuscode: 503',
    'Startup probe failed: dial tcp 10.0.0.7:5432: connect: connection refused',
    'Readiness probe failed: service unhealthy (responded with "NOT_SERVING")',
    'Readiness probe failed: timeout: failed to connect service "10.0.0.1:9090" within 1s: context deadline exceeded',
    'MountVolume.SetUp failed for volume "db" : secret "db-credentials" not found',
    'MountVolume.SetUp failed for volume "kube-api-access-x" : failed to fetch token: serviceaccounts "x" not found',
    "couldn't find key db-password in Secret chat/chat-backend",
    'configmap "chat-config" not found',
    'secret "chat-secrets" not found',
    'pods "chat-7d9f" is forbidden: exceeded quota: compute, requested: limits.cpu=2, used: limits.cpu=3, limited: limits.cpu=4',
    'pods "chat-" is forbidden: error looking up service account chat/deployer: serviceaccount "deployer" not found',
    'pods "x" is forbidden: violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false (container "app" must set securityContext.allowPrivilegeEscalation=false), runAsNonRoot != true',
    'back-off 5m0s restarting failed container=app pod=chat-7d9f_chat(6d1a5a1c-0f5e-4a31-9f0e-0e6a2b7d8c11)',
    'OCI runtime create failed: runc create failed: unable to start container process: exec: "java": executable file not found in $PATH: unknown',
    'Node was low on resource: memory. Threshold quantity: 100Mi, available: 88Mi. Container app was using 900Mi, request is 256Mi.',
    'ReplicaSet "chat-backend-7d9f" has timed out progressing.',
    'containers with unready status: [app sidecar]',
    'admission webhook "policy.example.com" denied the request: image must come from registry.example.com',
    'error: no basic auth credentials',
    'pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
    'failed authorization: denied',
    'metadata.name: Required value: name or generateName is required',
    'kubectl --user=chat -e verbose --set replicas',
    'rejected {"name":"color","value":"red"}',
    'unexpected token "}" at position 12, expected token version',
    'basic authentication failed',
    'password authentication failed for user "chat"',
    'failed to get sandbox image "registry.example.com/pause:3.10": context deadline exceeded',
    'Successfully assigned chat/chat-7d9f to ip-10-0-1-7.eu-central-1.compute.internal',
    'Created pod: chat-backend-7d9f-abcde',
    'Scaled up replica set chat-backend-7d9f from 0 to 3',
    'deploy: backend to production, run https://github.com/example-org/orders/actions/runs/1001',
    'kubectl apply --filename=deploy.yaml --record=true',
    'AttachVolume.Attach failed for volume "pvc-0f5e4a31" : rpc error: code = Internal desc = Could not attach volume "vol-0a1b2c3d4e5f60718" to node "i-0a1b2c3d4e5f60718"',
    'User: arn:aws:sts::123456789012:assumed-role/portal/session is not authorized to perform: ecr:DescribeImages on resource: arn:aws:ecr:eu-central-1:123456789012:repository/chat-backend because no identity-based policy allows the ecr:DescribeImages action',
    'Internal error occurred: failed calling webhook "x.example.com": failed to call webhook: Post "https://webhook.kube-system.svc:443/mutate?***": service "webhook" not found',
    'failed to provision volume with StorageClass "gp3": rpc error: code = DeadlineExceeded desc = context deadline exceeded',
    'PodDisruptionBudget allows no disruption: minAvailable=2',
    'Operation cannot be fulfilled on deployments.apps "chat": the object has been modified; please apply your changes to the latest version and try again',
  ])('keeps %s', message => {
    expect(redactMessage(message)).toBe(message);
  });

  it('redacts the value only, and keeps where and why', () => {
    expect(
      redactMessage(
        'spec.replicas: Invalid value: "x": must be greater than 0',
      ),
    ).toBe('spec.replicas: Invalid value: ***: must be greater than 0');
    expect(
      redactMessage('exec: "sh -c x": executable file not found in $PATH'),
    ).toBe('exec: "***": executable file not found in $PATH');
  });

  it('is one line of at most 600 characters that keeps beginning and end', () => {
    const text = redactMessage(
      `Failed to pull\n  image ${'x'.repeat(900)}: not found`,
    );
    expect(text).toMatch(/^Failed to pull image x+…x+: not found$/);
    expect(text).toHaveLength(600);
  });

  const long = 'lorem ipsum '.repeat(500);

  it.each([
    ['behind what is shown', `${'x'.repeat(900)} password=Hunter2x9Q`],
    ['at the end', `${long}password=Hunter2x9Q: denied`],
    ['that is a long word', `${long}token=${'Hunter2x9Q'.repeat(200)}: denied`],
    [
      'in long quotes',
      `${long}"token": "${'Hunter2x9Q x '.repeat(99)}": denied`,
    ],
    [
      'in a long block',
      `${long}-----BEGIN KEY-----\n${'Hunter2x9Q\n'.repeat(
        200,
      )}-----END KEY-----: denied`,
    ],
    [
      'that begins before the cut',
      `${'x '.repeat(1_530)}password=${'Hunter2x9Q'.repeat(99)} ${long}`,
    ],
  ])('redacts a secret %s of a message that is cut', (_, message) => {
    const redacted = redactMessage(message);
    expect(redacted).not.toContain('Hunter');
    expect(redacted.length).toBeLessThanOrEqual(600);
  });

  it('keeps the end of a message of any length', () => {
    expect(redactMessage(`${long.repeat(40)} image: not found`)).toMatch(
      /^lorem ipsum [^…]*…[^…]* image: not found$/,
    );
  });
});
