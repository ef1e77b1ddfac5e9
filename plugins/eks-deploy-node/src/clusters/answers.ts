import { isError } from '@backstage/errors';
import { redactMessage } from '../messages';
import { BoundedBytes } from './BoundedBytes';

/** What says why a request failed is a few hundred bytes. */
const LONGEST_FAILURE_BYTES = 64 * 1024;

/**
 * An answer's body, held only as far as it is not too long.
 *
 * @param longest - In bytes.
 * @returns undefined when it is longer.
 * @internal
 */
export async function readText(
  { body }: Response,
  longest: number,
): Promise<string | undefined> {
  const bytes = new BoundedBytes(longest);
  for await (const chunk of body ?? []) {
    bytes.add(chunk);
    if (bytes.tooLong) {
      return undefined;
    }
  }
  return bytes.text;
}

/**
 * The body of an answer that says why a request failed, parsed where it is JSON.
 *
 * @internal
 */
export async function readBody(response: Response): Promise<unknown> {
  const text =
    (await readText(response, LONGEST_FAILURE_BYTES).catch(() => '')) ?? '';
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * What a cluster or the Kubernetes plugin says went wrong, for the log.
 *
 * @internal
 */
export function summarise(body: unknown): string {
  const { reason, message, error } = (
    typeof body === 'object' && body !== null ? body : { message: body }
  ) as { reason?: unknown; message?: unknown; error?: { message?: unknown } };
  return redactMessage(
    [reason, message ?? error?.message]
      .filter(part => part !== undefined)
      .map(String)
      .join(': '),
  );
}

/**
 * Why there was no answer, for the log. The parser quotes what it can't read, which may be a piece of any object.
 *
 * @internal
 */
export function describeFailure(error: unknown): string {
  return error instanceof SyntaxError
    ? 'the answer is no JSON'
    : redactMessage(
        String(isError(error) && error.cause ? error.cause : error),
      );
}
