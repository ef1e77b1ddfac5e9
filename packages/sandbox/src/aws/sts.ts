import { randomUUID } from 'node:crypto';
import { XMLBuilder } from 'fast-xml-parser';
import { AwsAccount, AwsError } from './types';

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';
const SESSION_S = 60 * 60;
const SESSION_NAME_LIMIT = 64;
const xml = new XMLBuilder({ ignoreAttributes: false, format: true });

/** Answers an action of the STS query protocol with its XML. */
export function answerSts(form: URLSearchParams, account: AwsAccount): string {
  const action = form.get('Action') ?? '';
  switch (action) {
    case 'GetCallerIdentity':
      return toResponse(action, {
        Arn: `arn:aws:sts::${account.accountId}:assumed-role/sandbox/session`,
        UserId: 'AROASANDBOX:session',
        Account: account.accountId,
      });
    case 'AssumeRole':
    case 'AssumeRoleWithWebIdentity':
      return toResponse(action, assumeRole(form, account));
    default:
      throw new AwsError(
        'InvalidAction',
        `Could not find operation ${action} for version 2011-06-15`,
      );
  }
}

/** The error document of the query protocol. */
export function toXmlError(error: AwsError): string {
  return xml.build({
    ErrorResponse: {
      '@_xmlns': NAMESPACE,
      Error: { Type: 'Sender', Code: error.code, Message: error.message },
      RequestId: randomUUID(),
    },
  });
}

function assumeRole(form: URLSearchParams, account: AwsAccount) {
  const roleArn = form.get('RoleArn');
  const session = form.get('RoleSessionName');
  if (!roleArn || !session) {
    throw new AwsError(
      'ValidationError',
      'RoleArn and RoleSessionName must be given',
    );
  }
  if (session.length > SESSION_NAME_LIMIT) {
    throw new AwsError(
      'ValidationError',
      `1 validation error detected: Value '${session}' at 'roleSessionName' failed to satisfy constraint: Member must have length less than or equal to ${SESSION_NAME_LIMIT}`,
    );
  }
  const seconds = Number(form.get('DurationSeconds') ?? SESSION_S);
  const role = roleArn.split('/').pop();
  return {
    Credentials: {
      AccessKeyId: 'ASIASANDBOXSANDBOX00',
      SecretAccessKey: 'sandbox',
      SessionToken: 'sandbox',
      Expiration: new Date(Date.now() + seconds * 1000).toISOString(),
    },
    AssumedRoleUser: {
      AssumedRoleId: `AROASANDBOX:${session}`,
      Arn: `arn:aws:sts::${account.accountId}:assumed-role/${role}/${session}`,
    },
  };
}

function toResponse(action: string, result: object): string {
  return xml.build({
    [`${action}Response`]: {
      '@_xmlns': NAMESPACE,
      [`${action}Result`]: result,
      ResponseMetadata: { RequestId: randomUUID() },
    },
  });
}
