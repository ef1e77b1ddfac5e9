import { createHash, timingSafeEqual } from 'node:crypto';
import { ApiError } from '../storage';

/** Who a bearer token stands for, and what it may do. */
export interface User {
  name: string;
  groups: string[];
  access: 'everything' | 'read' | 'nothing';
}

/** The tokens the cluster knows. */
export interface Tokens {
  admin: string;
  readOnly: string;
}

const ADMIN: User = {
  name: 'system:serviceaccount:kube-system:sandbox-admin',
  groups: ['system:serviceaccounts', 'system:masters', 'system:authenticated'],
  access: 'everything',
};

const VIEWER: User = {
  name: 'system:serviceaccount:kube-system:sandbox-viewer',
  groups: ['system:serviceaccounts', 'system:authenticated'],
  access: 'read',
};

const ANONYMOUS: User = {
  name: 'system:anonymous',
  groups: ['system:unauthenticated'],
  access: 'nothing',
};

const READ_VERBS = ['get', 'list', 'watch'];

/** The user of an `Authorization` header, somebody anonymous without one; throws the real server's 401 for a wrong token. */
export function authenticate(
  authorization: string | undefined,
  tokens: Tokens,
): User {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  if (!token) return ANONYMOUS;
  if (isSame(token, tokens.admin)) return ADMIN;
  if (isSame(token, tokens.readOnly)) return VIEWER;
  throw new ApiError(401, 'Unauthorized', 'Unauthorized');
}

/** Whether a user may use a verb; reviews of one's own rights are everybody's who has a token. */
export function isAllowed(user: User, verb: string, group: string): boolean {
  if (user.access === 'nothing') return false;
  return (
    user.access === 'everything' ||
    READ_VERBS.includes(verb) ||
    group === 'authorization.k8s.io' ||
    group === 'authentication.k8s.io'
  );
}

function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
