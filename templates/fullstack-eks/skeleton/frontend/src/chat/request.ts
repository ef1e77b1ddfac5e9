/** What the server said was wrong, or that it could not be asked. */
export class RequestError extends Error {
  constructor(
    message: string,
    /** Whether the same request may do better in a moment. */
    readonly temporary: boolean,
  ) {
    super(message);
  }
}

/** Posts, and gives the answer's JSON. Throws {@link RequestError}. */
export async function post(url: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', ...init }).catch(() => {
    throw new RequestError('The server can’t be reached.', true);
  });
  if (response.ok) return response.json();
  const temporary = [502, 503, 504].includes(response.status);
  throw new RequestError(await detailOf(response), temporary);
}

/** RFC 9457's `detail`, where the answer has one. */
async function detailOf(response: Response): Promise<string> {
  const problem: unknown = await response.json().catch(() => undefined);
  return typeof problem === 'object' && problem !== null && 'detail' in problem
    ? String(problem.detail)
    : `The server refused it (${response.status}).`;
}

/** Does it again after each delay, in milliseconds, while the failure is temporary. */
export async function retrying<T>(act: () => Promise<T>, delays: number[]): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const [delay, ...rest] = delays;
    if (delay === undefined || !(error instanceof RequestError && error.temporary)) throw error;
    await new Promise(resolve => setTimeout(resolve, delay));
    return retrying(act, rest);
  }
}
