import type { FaultScene } from '../FaultScene';
import { Viewer } from './Viewer';

/** A viewer whose browser takes no bytes of the stream while it sleeps. */
export class SleepyReader {
  readonly viewer: Viewer;
  private asleep = Promise.resolve();
  wake: () => void = () => {};

  constructor(scene: FaultScene) {
    this.viewer = new Viewer(() => {
      const { url } = scene.portal;
      const api = scene.portal.api();
      const sleepy: typeof fetch = async (input, init) =>
        this.slowed(await api.fetch(input, init));
      return { url, api: { ...api, fetch: sleepy } };
    }, scene.entityRef);
    this.viewer.open();
  }

  async fallAsleep(): Promise<void> {
    await this.viewer.until('it reads', (_, phase) => phase === 'live', 10_000);
    this.asleep = new Promise(resolve => {
      this.wake = resolve;
    });
  }

  private slowed(response: Response): Response {
    const reader = response.body?.getReader();
    const body = new ReadableStream<Uint8Array>(
      {
        pull: async controller => {
          await this.asleep;
          const { done, value } = (await reader?.read()) ?? { done: true };
          if (done || !value) {
            controller.close();
          } else {
            controller.enqueue(value);
          }
        },
        cancel: reason => reader?.cancel(reason),
      },
      // Nothing ahead of what is asked for.
      { highWaterMark: 0 },
    );
    return new Response(body, response);
  }
}
