import { createServer, request as ask, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { checkExchange } from './checkExchange';
import type { Contract } from './createContract';
import { formatProblem, type Exchange } from './Exchange';

/** A server before another one that checks what passes through it. */
export interface ContractProxy {
  url: string;
  /** `localhost:<port>`. */
  host: string;
  /** What has passed since the proxy was started. */
  exchanges: Exchange[];
  /** A line for each departure from the contract. */
  problems: string[];
  stop(): Promise<void>;
}

/**
 * Passes every request on, and checks it and its answer against the contract. What is not below `root` passes unseen.
 *
 * @param options - `target` is the origin that requests go to; `root` is the API's path there, e.g. `/api/v3`.
 */
export async function holdToContract(
  contract: Contract,
  options: { target: string; root: string },
): Promise<ContractProxy> {
  const { target, root } = options;
  const exchanges: Exchange[] = [];
  const problems: string[] = [];

  const note = (exchange: Exchange) => {
    exchanges.push(exchange);
    for (const problem of checkExchange(contract, exchange)) {
      problems.push(formatProblem(exchange, problem));
    }
  };

  const server = createServer(async (req, res) => {
    try {
      const body = await buffer(req);
      const answer = await forward(req, body, target);
      const answerBody = await buffer(answer);
      const path = req.url ?? '/';
      if (path.startsWith(`${root}/`)) {
        note({
          request: {
            method: req.method ?? 'GET',
            target: path.slice(root.length),
            contentType: req.headers['content-type'],
            body: body.toString(),
          },
          answer: {
            status: answer.statusCode ?? 0,
            contentType: answer.headers['content-type'],
            body: answerBody.toString(),
          },
        });
      }
      res.writeHead(answer.statusCode ?? 502, answer.headers).end(answerBody);
    } catch (error) {
      problems.push(`${req.method} ${req.url}: ${error}`);
      res.destroy();
    }
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}`,
    host,
    exchanges,
    problems,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The Host stays the proxy's, so that links of the answer lead through it again. */
function forward(
  { method, url, headers }: IncomingMessage,
  body: Buffer,
  target: string,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    ask(`${target}${url}`, { method, headers, agent: false })
      .on('response', resolve)
      .on('error', reject)
      .end(body);
  });
}
