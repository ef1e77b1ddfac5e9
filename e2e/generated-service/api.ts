import { setTimeout as sleep } from 'node:timers/promises';

/** Says something in a room, once: repeated with the same id while nobody takes it. Returns the id. */
export async function say(
  port: () => number,
  room: string,
  text: string,
): Promise<string> {
  const id = crypto.randomUUID();
  for (let attempt = 0; ; attempt += 1) {
    const answer = await fetch(`http://127.0.0.1:${port()}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ id, room, author: 'Ada', text }),
    }).catch(() => undefined);
    if (answer?.status === 202) return id;
    if (attempt === 50) {
      throw new Error(`"${text}" was not taken: ${answer?.status}`);
    }
    await sleep(100);
  }
}

/** Waits until it holds, for at most 30 s. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
): Promise<void> {
  const limit = Date.now() + 30_000;
  while (!(await holds())) {
    if (Date.now() > limit) throw new Error(`It did not come to this: ${what}`);
    await sleep(50);
  }
}
