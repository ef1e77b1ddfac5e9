import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** Creates a database of its own on a PostgreSQL server. */
export async function createDatabase(
  server: string,
): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `eks_deploy_faults_${randomBytes(4).toString('hex')}`;
  const run = async (sql: string) => {
    const client = new Client({ connectionString: server });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  await run(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.toString(),
    drop: () => run(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}
