import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './runCommand';

const PASSWORD = 'changeit';

/** A certificate for localhost that nobody knows but who is told. */
export interface Certificate {
  /** For servers of Node. */
  tls: { pfx: Buffer; passphrase: string };
  /** Makes Java trust it. */
  javaOptions: string[];
}

/** Has the JDK's keytool make one, with its files in the folder. */
export async function createCertificate(
  jdk: string,
  dir: string,
): Promise<Certificate> {
  const keytool = (...args: string[]) =>
    runCommand(join(jdk, 'bin/keytool'), [...args, '-storepass', PASSWORD], {
      cwd: dir,
      env: process.env,
    });
  await keytool(
    ...['-genkeypair', '-alias', 'tls', '-keyalg', 'EC', '-validity', '2'],
    ...['-dname', 'CN=localhost', '-ext', 'san=dns:localhost,ip:127.0.0.1'],
    ...['-storetype', 'PKCS12', '-keystore', 'tls.p12'],
  );
  await keytool(
    ...['-exportcert', '-alias', 'tls', '-keystore', 'tls.p12'],
    ...['-file', 'tls.cer'],
  );
  await keytool(
    ...['-importcert', '-noprompt', '-alias', 'tls', '-file', 'tls.cer'],
    ...['-storetype', 'PKCS12', '-keystore', 'trusted.p12'],
  );
  return {
    tls: { pfx: await readFile(join(dir, 'tls.p12')), passphrase: PASSWORD },
    javaOptions: [
      `-Djavax.net.ssl.trustStore=${join(dir, 'trusted.p12')}`,
      `-Djavax.net.ssl.trustStorePassword=${PASSWORD}`,
    ],
  };
}
