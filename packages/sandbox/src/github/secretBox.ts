import { createHash } from 'node:crypto';
import sodium from 'libsodium-wrappers';

/** The key pair that secrets are sealed for, as GitHub has one for each repository. */
export class SecretBox {
  private constructor(
    /** Base64 of the public key. */
    readonly key: string,
    readonly keyId: string,
    readonly open: (encrypted: string) => string,
  ) {}

  static async create(): Promise<SecretBox> {
    await sodium.ready;
    const pair = sodium.crypto_box_keypair();
    const key = Buffer.from(pair.publicKey).toString('base64');
    const keyId = createHash('sha256').update(key).digest('hex').slice(0, 18);
    return new SecretBox(key, keyId, encrypted =>
      Buffer.from(
        sodium.crypto_box_seal_open(
          Buffer.from(encrypted, 'base64'),
          pair.publicKey,
          pair.privateKey,
        ),
      ).toString(),
    );
  }
}
