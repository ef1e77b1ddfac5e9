/**
 * Asks again until the answer is there.
 *
 * @throws Error that says what was waited for, and the last refusal, after `timeoutMs`.
 */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined | false>,
  timeoutMs = 60_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  let refusal: unknown;
  while (Date.now() < deadline) {
    try {
      const answer = await ask();
      if (answer) {
        return answer;
      }
    } catch (error) {
      refusal = error;
    }
    await new Promise(resolve => setTimeout(resolve, 300));
  }
  throw new Error(
    `${what} did not come within ${timeoutMs / 1000} s${
      refusal instanceof Error ? `: ${refusal.message}` : ''
    }`,
  );
}
