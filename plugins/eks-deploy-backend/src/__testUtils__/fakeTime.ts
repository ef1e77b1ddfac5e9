const LONGEST_MS = 60 * 60_000;
const STEP_MS = 5;

/**
 * In each test of the file or `describe`, time passes only by `pass` and `passUntil`, however busy
 * the machine is. What a fake answers without a pause it has answered when they return.
 */
export function fakeTime(): void {
  beforeEach(() => {
    jest.useFakeTimers({
      doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'],
    });
  });

  afterEach(() => {
    jest.useRealTimers();
  });
}

/** Lets so many milliseconds pass; 0 lets what is due now happen. */
export async function pass(ms = 0): Promise<void> {
  await jest.advanceTimersByTimeAsync(ms);
}

/** Lets time pass until it is so, and fails when it is not within an hour of it. */
export async function passUntil(isSo: () => boolean): Promise<void> {
  await pass();
  for (let passedMs = 0; !isSo(); passedMs += STEP_MS) {
    if (passedMs > LONGEST_MS) {
      throw new Error(`This never became true: ${isSo}`);
    }
    await pass(STEP_MS);
  }
}
