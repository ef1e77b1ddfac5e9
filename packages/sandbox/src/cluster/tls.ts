import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/** What an HTTPS server on loopback needs, and the CA its clients have to trust; all PEM. */
export interface Certificates {
  ca: string;
  cert: string;
  key: string;
}

const DAY_MS = 24 * 60 * 60_000;
const VALID_DAYS = 365;

/** Makes a CA and, signed by it, a certificate for 127.0.0.1 and localhost; later runs reuse them. */
export async function loadCertificates(
  directory: string,
  name: string,
): Promise<Certificates> {
  const file = join(directory, 'certificates.json');
  const kept = await readKept(file);
  if (kept) return kept;
  const made = await makeCertificates(name);
  await mkdir(directory, { recursive: true });
  await writeFile(
    file,
    JSON.stringify({
      ...made,
      expiresAt: Date.now() + VALID_DAYS * DAY_MS,
    }),
    { mode: 0o600 },
  );
  return made;
}

async function makeCertificates(name: string): Promise<Certificates> {
  const lifetime = {
    notBeforeDate: new Date(Date.now() - DAY_MS),
    notAfterDate: new Date(Date.now() + VALID_DAYS * DAY_MS),
    algorithm: 'sha256',
    keyType: 'ec',
  } as const;
  const authority = await generate(
    [{ name: 'commonName', value: `sandbox ${name} CA` }],
    {
      ...lifetime,
      extensions: [
        { name: 'basicConstraints', cA: true, critical: true },
        { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
      ],
    },
  );
  const server = await generate(
    [{ name: 'commonName', value: 'kube-apiserver' }],
    {
      ...lifetime,
      ca: { key: authority.private, cert: authority.cert },
      extensions: [
        { name: 'basicConstraints', cA: false },
        { name: 'keyUsage', digitalSignature: true, critical: true },
        { name: 'extKeyUsage', serverAuth: true },
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
  return { ca: authority.cert, cert: server.cert, key: server.private };
}

async function readKept(file: string): Promise<Certificates | undefined> {
  try {
    const { expiresAt, ca, cert, key } = JSON.parse(
      await readFile(file, 'utf8'),
    ) as Certificates & { expiresAt: number };
    return expiresAt > Date.now() + DAY_MS ? { ca, cert, key } : undefined;
  } catch {
    return undefined;
  }
}
