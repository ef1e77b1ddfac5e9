import type { LoggerService } from './logger';
import type { Registry } from './registry';
import { writeState } from './storage';

const SAVE_AFTER_MS = 1000;

/** Keeps a cluster's state in a file. */
export interface Persistence {
  /** Writes the state as it is now. */
  save(): Promise<void>;
  /** Writes it once more, and no longer follows the changes. */
  stop(): Promise<void>;
}

/** Writes the state a moment after each change. */
export function persist(
  registry: Registry,
  file: string,
  logger: LoggerService,
): Persistence {
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    const state = {
      store: registry.store.snapshot(),
      customResources: registry.catalog.custom(),
    };
    writing = writing
      .then(() => writeState(file, state))
      .catch(error => {
        logger.error(`The sandbox cluster's state could not be kept: ${error}`);
      });
    return writing;
  };
  const unsubscribe = registry.store.subscribe(() => {
    timer ??= setTimeout(save, SAVE_AFTER_MS);
  });
  return {
    save,
    stop() {
      unsubscribe();
      return save();
    },
  };
}
