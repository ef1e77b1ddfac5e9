import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from '@eks-deploy/scripts';
import type { StartedParty } from '../contract/runContract';
import { bringService } from './bringService';
import { backendDir } from './buildService';
import { createCertificate } from './certificate';
import { findJdk } from './findJdk';
import { freePort } from '@eks-deploy/control-plane';
import type { GeneratedService } from './GeneratedService';
import { startBalancer } from './startBalancer';
import { startJava } from './startJava';
import { startPage } from './startPage';
import { createReplica, type Replica } from './startReplica';

const TOPIC = 'chat-messages';
const BUCKET = 'chat-uploads';

/** Builds the service and starts all of it, on loopback. */
export async function startService(
  onProgress: (message: string) => void,
): Promise<StartedParty<GeneratedService>> {
  const jdk = await findJdk();
  const executablePath = findChromium();
  const started: Array<() => Promise<unknown>> = [];
  const stop = async () => {
    for (const end of started.splice(0).reverse()) await end();
  };
  try {
    const work = await mkdtemp(join(tmpdir(), 'generated-service-'));
    started.push(() => rm(work, { recursive: true, force: true }));
    const built = await bringService(jdk, onProgress);

    onProgress('starts Kafka, S3 and two backends');
    const certificate = await createCertificate(jdk, work);
    const brokers = await startKafka(jdk, built.testClassPath);
    started.push(brokers.stop);
    const s3 = await startS3(jdk, built.testClassPath);
    started.push(s3.stop);
    // The page's policy lets it load images over TLS only.
    const s3Balancer = await startBalancer(certificate.tls, () => [s3.port]);
    started.push(s3Balancer.stop);

    const replicas: Replica[] = [];
    const balancer = await startBalancer(certificate.tls, () =>
      replicas.map(({ port }) => port),
    );
    started.push(balancer.stop);
    const backendHost = `localhost:${balancer.port}`;
    const page = await startPage(join(built.dir, 'frontend'), certificate.tls, {
      backend: { there: 'chat-api.staging.example.com', here: backendHost },
      bucket: {
        there: 'chat-uploads-staging.s3.eu-west-1.amazonaws.com',
        here: `localhost:${s3Balancer.port}`,
      },
    });
    started.push(page.stop);

    const options = {
      javaOptions: certificate.javaOptions,
      env: {
        ALLOWED_ORIGINS: page.origin,
        KAFKA_BOOTSTRAP_SERVERS: brokers.address,
        KAFKA_TOPIC: TOPIC,
        UPLOAD_BUCKET: BUCKET,
        UPLOAD_REGION: 'eu-west-1',
        UPLOAD_ENDPOINT: `https://localhost:${s3Balancer.port}`,
        AWS_ACCESS_KEY_ID: 'any',
        AWS_SECRET_ACCESS_KEY: 'any',
      },
    };
    const first = await createReplica(jdk, backendDir(built.dir), options);
    const second = await createReplica(jdk, backendDir(built.dir), options);
    replicas.push(first, second);
    started.push(() => Promise.all(replicas.map(replica => replica.stop())));
    await Promise.all(replicas.map(replica => replica.start()));

    const browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--ignore-certificate-errors'],
    });
    started.push(() => browser.close());
    const service: GeneratedService = {
      passed: built.passed,
      replicas: [first, second],
      backendHost,
      origin: page.origin,
      s3: { endpoint: `http://127.0.0.1:${s3.port}`, bucket: BUCKET },
      browser,
    };
    return { open: async () => service, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startKafka(jdk: string, classPath: string) {
  const address = /^listens on: (\S+)$/m;
  const kafka = await startJava(
    jdk,
    ['-cp', classPath, join(__dirname, 'Broker.java'), TOPIC],
    { isUp: async printed => address.test(printed) },
  );
  const [, found] = address.exec(kafka.printed) ?? [];
  return { address: found, stop: kafka.stop };
}

/** Adobe's S3Mock, which the backend's own tests bring. */
async function startS3(jdk: string, classPath: string) {
  const jar = classPath
    .split(':')
    .find(path => /s3mock[^/]*-exec\.jar$/.test(path));
  if (!jar) {
    throw new Error('S3Mock is not among what the tests run with.');
  }
  const port = await freePort();
  const s3 = await startJava(
    jdk,
    [
      ...['-jar', jar, `--http.port=${port}`, '--server.port=0'],
      ...['--vectors.http.port=0', '--vectors.https.port=0'],
      `--com.adobe.testing.s3mock.store.initial-buckets=${BUCKET}`,
    ],
    { isUp: async () => (await fetch(`http://127.0.0.1:${port}/`)).ok },
  );
  return { port, stop: s3.stop };
}
