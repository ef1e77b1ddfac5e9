import { createServer } from 'node:https';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { makeCertificates } from '@eks-deploy/control-plane';

/** An admission webhook that lets nothing in, for as long as this process runs. */
export async function startWebhook(refusal: string): Promise<{
  url: string;
  /** The CA that signed its certificate, PEM. */
  ca: string;
}> {
  const { ca, server: keyed } = await makeCertificates();
  const server = createServer(keyed, async (request, response) => {
    const {
      apiVersion,
      kind,
      request: asked,
    } = (await json(request)) as AdmissionReview;
    const verdict = {
      uid: asked.uid,
      allowed: false,
      status: { message: refusal },
    };
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ apiVersion, kind, response: verdict }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  const { port } = server.address() as AddressInfo;
  return { url: `https://127.0.0.1:${port}`, ca };
}

interface AdmissionReview {
  apiVersion: string;
  kind: string;
  request: { uid: string };
}
