const pollMs = 250;
const patienceMs = 150_000;

/**
 * Waits until the address answers with 2xx and, where asked for, so do the scripts that the page names.
 *
 * @throws Error when that takes longer than 150 s or the signal aborts it.
 */
export async function waitForAnswer(
  url: string,
  options: { signal?: AbortSignal; withScripts?: boolean } = {},
): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await answers(url, options.withScripts ?? false))) {
    options.signal?.throwIfAborted();
    if (Date.now() > deadline) {
      throw new Error(`${url} did not answer within ${patienceMs / 1000} s.`);
    }
    await new Promise(resolve => setTimeout(resolve, pollMs));
  }
}

async function answers(url: string, withScripts: boolean): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    const text = await response.text();
    if (!response.ok || !withScripts) {
      return response.ok;
    }
    const scripts = [...text.matchAll(/<script[^>]+src="([^"]+)"/g)];
    const found = await Promise.all(
      scripts.map(([, src]) => answers(new URL(src, url).href, false)),
    );
    return found.length > 0 && found.every(Boolean);
  } catch {
    return false;
  }
}
