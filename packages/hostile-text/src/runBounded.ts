import { createContext, Script } from 'node:vm';

/**
 * Some hundred times what the slowest linear function takes for 256 kB on a busy machine, and a
 * fraction of what a quadratic one takes. It is a limit, not a measurement: nothing is timed.
 */
const LIMIT_MS = 5_000;

const context = createContext({ run: undefined as (() => void) | undefined });
const script = new Script('run()');

/**
 * Calls a function that reads outside text, and ends it if it takes too long, even within a
 * regular expression; the test goes on.
 *
 * @throws Error only if it took too long; that a function rejects hostile text is fine.
 */
export function runBounded(read: () => unknown, limitMs = LIMIT_MS): void {
  context.run = () => {
    try {
      read();
    } catch {
      // Rejected.
    }
  };
  script.runInContext(context, { timeout: limitMs });
}
