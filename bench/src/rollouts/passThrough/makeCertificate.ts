import { generate } from 'selfsigned';

/** A certificate and its private key, PEM. */
export interface KeyedCertificate {
  cert: string;
  key: string;
}

const DAY_MS = 24 * 60 * 60_000;

/** A certificate for 127.0.0.1 that is its own authority. */
export async function makeCertificate(): Promise<KeyedCertificate> {
  const { cert, private: key } = await generate(
    [{ name: 'commonName', value: 'bench pass-through' }],
    {
      notBeforeDate: new Date(Date.now() - DAY_MS),
      notAfterDate: new Date(Date.now() + DAY_MS),
      algorithm: 'sha256',
      keyType: 'ec',
      extensions: [
        { name: 'basicConstraints', cA: true },
        { name: 'extKeyUsage', serverAuth: true },
        { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
      ],
    },
  );
  return { cert, key };
}
