import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { PortalPorts } from './ports';

/** Writes what of the portal's configuration depends on the chosen ports and the state folder; returns the file's path. */
export async function writePortalConfig(options: {
  stateDir: string;
  ports: PortalPorts;
  keepsState: boolean;
}): Promise<string> {
  const { stateDir, ports } = options;
  const appUrl = `http://localhost:${ports.app}`;
  const path = join(stateDir, 'app-config.portal.yaml');
  await writeFile(
    path,
    stringify({
      app: { baseUrl: appUrl, listen: { host: '127.0.0.1', port: ports.app } },
      backend: {
        baseUrl: `http://localhost:${ports.backend}`,
        listen: { host: '127.0.0.1', port: ports.backend },
        cors: { origin: appUrl },
        database: {
          client: 'better-sqlite3',
          connection: options.keepsState
            ? { directory: join(stateDir, 'database') }
            : ':memory:',
        },
      },
    }),
  );
  return path;
}
