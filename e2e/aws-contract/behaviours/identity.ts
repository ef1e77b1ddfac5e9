import assert from 'node:assert/strict';
import { behaviours } from '../../contract/Behaviour';
import { ACCOUNT, REGION, type AwsScene } from '../AwsScene';

const ROLE = `arn:aws:iam::${ACCOUNT}:role/deploy`;

export const identity = [
  ...behaviours<AwsScene>('STS', {
    'says whose credentials they are': async ({ sts }) => {
      const caller = await sts.getCallerIdentity({});
      assert.equal(caller.Account, ACCOUNT);
      assert.match(caller.Arn ?? '', new RegExp(`^arn:aws:sts::${ACCOUNT}:`));
      assert.ok(caller.UserId);
    },
    'hands out credentials of a role, for an hour': async ({ sts }) => {
      const { Credentials, AssumedRoleUser } = await sts.assumeRole({
        RoleArn: ROLE,
        RoleSessionName: 'chat',
      });
      assert.equal(
        AssumedRoleUser?.Arn,
        `arn:aws:sts::${ACCOUNT}:assumed-role/deploy/chat`,
      );
      assert.match(Credentials?.AccessKeyId ?? '', /^ASIA[A-Z0-9]{16}$/);
      assert.ok(Credentials?.SecretAccessKey);
      assert.ok(Credentials.SessionToken);
      const left = (Credentials.Expiration?.getTime() ?? 0) - Date.now();
      assert.ok(left > 55 * 60_000 && left <= 60 * 60_000, `${left} ms`);
    },
    'hands them out for as long as is asked for': async ({ sts }) => {
      const { Credentials } = await sts.assumeRole({
        RoleArn: ROLE,
        RoleSessionName: 'chat',
        DurationSeconds: 900,
      });
      const left = (Credentials?.Expiration?.getTime() ?? 0) - Date.now();
      assert.ok(left > 0 && left <= 900_000, `${left} ms`);
    },
    'says ValidationError of a session name of more than 64 characters':
      async ({ sts }) => {
        await assert.rejects(
          sts.assumeRole({ RoleArn: ROLE, RoleSessionName: 'x'.repeat(65) }),
          { name: 'ValidationError' },
        );
      },
  }),
  ...behaviours<AwsScene>('ECR', {
    'hands out a password for Docker, for twelve hours': async ({ ecr }) => {
      const { authorizationData } = await ecr.getAuthorizationToken({});
      const [{ authorizationToken = '', proxyEndpoint, expiresAt }] =
        authorizationData ?? [{}];
      assert.match(
        Buffer.from(authorizationToken, 'base64').toString(),
        /^AWS:.+/,
      );
      assert.equal(
        proxyEndpoint,
        `https://${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com`,
      );
      assert.ok((expiresAt?.getTime() ?? 0) > Date.now());
    },
  }),
  ...behaviours<AwsScene>('AWS', {
    'refuses a request without a signature': async ({ endpoint }) => {
      const { status } = await fetch(`${endpoint}/clusters`);
      assert.equal(status, 403);
    },
  }),
];
