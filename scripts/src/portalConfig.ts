import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { PortalPorts } from './ports';

/**
 * Adds to the given configuration files one that holds what depends on the chosen ports and the state folder.
 *
 * @returns the paths of all of them, in the order in which they are laid over one another.
 */
export async function writePortalConfig(options: {
  stateDir: string;
  ports: PortalPorts;
  keepsState: boolean;
  configs: string[];
}): Promise<string[]> {
  const { stateDir, ports, configs } = options;
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
      catalog: { locations: await readLocations(configs) },
    }),
  );
  return [...configs, path];
}

/** Of several files, Backstage takes the last one's list alone; the catalog needs all of them. */
async function readLocations(configs: string[]): Promise<unknown[]> {
  const texts = await Promise.all(configs.map(path => readFile(path, 'utf8')));
  return texts.flatMap(text => parse(text).catalog?.locations ?? []);
}
