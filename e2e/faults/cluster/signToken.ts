import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createPrivateKey } from 'node:crypto';
import { SignJWT } from 'jose';
import { PORTAL_ACCOUNT } from './Namespace';

/**
 * A ServiceAccount's token as the API server issues them, by its own key, but one that runs out sooner than the ten
 * minutes that it issues them for at least.
 */
export async function signToken(options: {
  /** Where the control plane keeps its keys. */
  stateDir: string;
  issuer: string;
  namespace: string;
  /** Of the ServiceAccount. */
  uid: string;
  /** In seconds since 1970. */
  expiresAt: number;
}): Promise<string> {
  const { stateDir, issuer, namespace, uid, expiresAt } = options;
  const pem = await readFile(join(stateDir, 'service-account.key'), 'utf8');
  return new SignJWT({
    'kubernetes.io': {
      namespace,
      serviceaccount: { name: PORTAL_ACCOUNT, uid },
    },
  })
    .setProtectedHeader({ alg: 'ES256' })
    .setIssuer(issuer)
    .setAudience(issuer)
    .setSubject(`system:serviceaccount:${namespace}:${PORTAL_ACCOUNT}`)
    .setIssuedAt(expiresAt - 600)
    .setNotBefore(expiresAt - 600)
    .setExpirationTime(expiresAt)
    .sign(createPrivateKey(pem));
}
