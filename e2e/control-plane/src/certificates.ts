import { generateKeyPairSync } from 'node:crypto';
import { generate } from 'selfsigned';

/** A certificate and its private key, PEM. */
export interface KeyedCertificate {
  cert: string;
  key: string;
}

/** What the processes of one control plane prove themselves with; all PEM. */
export interface Certificates {
  ca: string;
  /** For 127.0.0.1 and localhost; also a client, as etcd's members are each other's. */
  server: KeyedCertificate;
  /** An administrator: group `system:masters`. */
  admin: KeyedCertificate;
  /** Signs the tokens of service accounts. */
  serviceAccount: { privateKey: string; publicKey: string };
}

const HOUR_MS = 60 * 60_000;
const VALID_MS = 30 * 24 * HOUR_MS;

/** Makes a CA that nobody else has, and what it signs. */
export async function makeCertificates(): Promise<Certificates> {
  const lifetime = {
    notBeforeDate: new Date(Date.now() - HOUR_MS),
    notAfterDate: new Date(Date.now() + VALID_MS),
    algorithm: 'sha256',
    keyType: 'ec',
  } as const;
  const authority = await generate(
    [{ name: 'commonName', value: 'control plane CA' }],
    {
      ...lifetime,
      extensions: [
        { name: 'basicConstraints', cA: true, critical: true },
        { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
      ],
    },
  );
  const sign = async (commonName: string, group?: string) => {
    const { cert, private: key } = await generate(
      [
        { name: 'commonName', value: commonName },
        ...(group ? [{ name: 'organizationName', value: group }] : []),
      ],
      {
        ...lifetime,
        ca: { key: authority.private, cert: authority.cert },
        extensions: [
          { name: 'basicConstraints', cA: false },
          { name: 'keyUsage', digitalSignature: true, critical: true },
          { name: 'extKeyUsage', serverAuth: !group, clientAuth: true },
          {
            name: 'subjectAltName',
            altNames: [
              { type: 2, value: 'localhost' },
              { type: 7, ip: '127.0.0.1' },
            ],
          },
        ],
      },
    );
    return { cert, key };
  };
  return {
    ca: authority.cert,
    server: await sign('control-plane'),
    admin: await sign('control-plane-admin', 'system:masters'),
    serviceAccount: makeSigningKey(),
  };
}

function makeSigningKey() {
  return generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'sec1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
}
