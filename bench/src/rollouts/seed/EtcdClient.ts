import { readFile } from 'node:fs/promises';
import { Agent, request } from 'node:https';

/** As many as etcd takes in one transaction, with room for its limit on bytes. */
const AT_ONCE = 60;

/** Writes to etcd past the API server, by its JSON gateway. */
export class EtcdClient {
  private constructor(
    private readonly url: string,
    private readonly agent: Agent,
  ) {}

  /** The etcd of a process, reached as that was told to be. */
  static async ofProcess(pid: number): Promise<EtcdClient> {
    const told = await readFile(`/proc/${pid}/cmdline`, 'utf8');
    const find = (flag: string) =>
      new RegExp(`--${flag}=([^\0]+)`).exec(told)?.[1] ?? '';
    const agent = new Agent({
      keepAlive: true,
      ca: await readFile(find('trusted-ca-file')),
      // Members of etcd are each other's clients.
      cert: await readFile(find('cert-file')),
      key: await readFile(find('key-file')),
    });
    return new EtcdClient(find('listen-client-urls'), agent);
  }

  async putAll(entries: Array<{ key: string; value: string }>): Promise<void> {
    for (let index = 0; index < entries.length; index += AT_ONCE) {
      const success = entries
        .slice(index, index + AT_ONCE)
        .map(({ key, value }) => ({
          requestPut: { key: toBase64(key), value: toBase64(value) },
        }));
      await this.ask('txn', { success });
    }
  }

  close(): void {
    this.agent.destroy();
  }

  private ask(operation: string, body: object): Promise<void> {
    return new Promise((resolve, reject) => {
      const outgoing = request(
        `${this.url}/v3/kv/${operation}`,
        { method: 'POST', agent: this.agent },
        answer => {
          let text = '';
          answer.on('data', chunk => {
            text += chunk;
          });
          answer.on('error', reject);
          answer.on('end', () =>
            answer.statusCode === 200
              ? resolve()
              : reject(new Error(`etcd refused ${operation}: ${text}`)),
          );
        },
      );
      outgoing.on('error', reject);
      outgoing.end(JSON.stringify(body));
    });
  }
}

function toBase64(text: string): string {
  return Buffer.from(text).toString('base64');
}
