import { freePort } from '@eks-deploy/control-plane';
import { startJava, type JavaProcess } from './startJava';

/** One process of the backend. */
export interface Replica {
  /** Of its API. It stays the same when the process is started again. */
  port: number;
  /** Of health and metrics. */
  managementPort: number;
  start(): Promise<void>;
  /** SIGTERM, then its own shutdown. */
  stop(): Promise<void>;
}

/** A backend that is not started yet. `env` is what the pod's environment says. */
export async function createReplica(
  jdk: string,
  dir: string,
  options: { javaOptions: string[]; env: Record<string, string> },
): Promise<Replica> {
  const port = await freePort();
  const managementPort = await freePort();
  let running: JavaProcess | undefined;
  return {
    port,
    managementPort,
    async start() {
      running = await startJava(
        jdk,
        [...options.javaOptions, '-jar', 'app.jar'],
        {
          cwd: dir,
          env: {
            ...options.env,
            SERVER_PORT: `${port}`,
            MANAGEMENT_SERVER_PORT: `${managementPort}`,
          },
          isUp: async () => {
            const readiness = await fetch(
              `http://127.0.0.1:${managementPort}/actuator/health/readiness`,
            );
            return readiness.ok;
          },
        },
      );
    },
    async stop() {
      await running?.stop();
      running = undefined;
    },
  };
}
