import { readFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { TlsOptions } from 'node:tls';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** The built frontend, served with the headers that its nginx.conf gives. */
export interface Page {
  origin: string;
  stop(): Promise<void>;
}

/** Hosts that the page has to do with: those of the staging environment, and where they are here. */
export interface PageHosts {
  backend: { there: string; here: string };
  bucket: { there: string; here: string };
}

/** Serves the built page, its `/config/config.json` as the ConfigMap holds it on EKS. */
export async function startPage(
  frontendDir: string,
  tls: TlsOptions,
  { backend, bucket }: PageHosts,
): Promise<Page> {
  const config = { backendHost: backend.here };
  const headers = headersOf(
    moveHosts(await readFile(join(frontendDir, 'nginx.conf'), 'utf8'), [
      backend,
      bucket,
    ]),
  );
  const dist = join(frontendDir, 'dist');
  const server = createServer(tls, async (request, response) => {
    const path = normalize(request.url?.replace(/\?.*/, '') ?? '/');
    for (const [name, value] of headers) response.setHeader(name, value);
    if (path === '/config/config.json') {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(config));
      return;
    }
    const file = await readFile(join(dist, path)).catch(() => undefined);
    response.setHeader(
      'Content-Type',
      TYPES[file ? extname(path) : '.html'] ?? 'application/octet-stream',
    );
    response.end(file ?? (await readFile(join(dist, 'index.html'))));
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `https://localhost:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise(resolve => {
        server.close(resolve);
      });
    },
  };
}

/** The policy names hosts; it stays as narrow as it is there. */
function moveHosts(nginxConf: string, hosts: PageHosts[keyof PageHosts][]) {
  return hosts.reduce((text, { there, here }) => {
    if (!text.includes(`//${there}`)) {
      throw new Error(`nginx.conf lets the page have nothing of ${there}`);
    }
    return text.replaceAll(`//${there}`, `//${here}`);
  }, nginxConf);
}

/** Those with a value of their own; the one by path, for caches, needs nginx. */
function headersOf(nginxConf: string): Array<[string, string]> {
  const headers = [
    ...nginxConf.matchAll(
      /^[ \t]*add_header (\S+) (?:"([^"]*)"|([^\s";$]+)) always;$/gm,
    ),
  ].map(([, name, quoted, plain]): [string, string] => [name, quoted ?? plain]);
  if (!headers.some(([name]) => name === 'Content-Security-Policy')) {
    throw new Error('nginx.conf gives no Content-Security-Policy');
  }
  return headers;
}
