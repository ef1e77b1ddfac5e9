import { appendFile, writeFile } from 'node:fs/promises';

const EVERY_MS = 500;

/** Writes what every container prints: a few lines at once, and one more again and again until the signal. */
export async function writePodLog(
  file: string,
  signal: AbortSignal,
): Promise<void> {
  const first = ['INFO starting', 'INFO configuration read', 'INFO listening'];
  await writeFile(file, first.map(formatLine).join(''));
  let requests = 0;
  const timer = setInterval(() => {
    requests += 1;
    // The folder may be gone before the timer is.
    appendFile(file, formatLine(`INFO request ${requests}`)).catch(() => {});
  }, EVERY_MS);
  timer.unref();
  signal.addEventListener('abort', () => clearInterval(timer));
}

/** A full line of standard output in the format of the container runtime interface. */
function formatLine(text: string): string {
  return `${new Date().toISOString()} stdout F ${text}\n`;
}
