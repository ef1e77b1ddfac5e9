import { randomBytes } from 'node:crypto';
import { Request } from 'express';

/** Which tokens are valid and whose they are. */
export class Tokens {
  readonly #logins = new Map<string, string>();

  constructor(token: string, login: string) {
    this.#logins.set(token, login);
  }

  issue(login: string): string {
    const token = `ghs_${randomBytes(18).toString('hex')}`;
    this.#logins.set(token, login);
    return token;
  }

  revoke(token: string) {
    this.#logins.delete(token);
  }

  /** The caller of a request: `undefined` is anonymous, `null` bears a token nobody issued. */
  identify(req: Request): string | null | undefined {
    const [scheme, credentials = ''] = (req.get('authorization') ?? '').split(
      ' ',
    );
    switch (scheme.toLowerCase()) {
      case '':
        return undefined;
      case 'basic': {
        const [user, ...password] = Buffer.from(credentials, 'base64')
          .toString()
          .split(':');
        const token = password.join(':');
        return this.#logins.get(token) ?? this.#logins.get(user) ?? null;
      }
      default:
        return this.#logins.get(credentials) ?? null;
    }
  }
}
