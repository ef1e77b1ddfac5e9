import { useCallback, useSyncExternalStore } from 'react';

/** For an input's `pattern` too, which browsers read with the flag `v`: there a dash is escaped. */
export const ROOM_PATTERN = '[a-z0-9\\-]{1,40}';

/** The room in the page's address, `#/general`: a link leads there, and Back leads out. */
export function useRoom(): [string, (room: string) => void] {
  const room = useSyncExternalStore(watchHash, () => roomOf(window.location.hash));
  const go = useCallback((next: string) => {
    window.location.hash = `#/${next}`;
  }, []);
  return [room, go];
}

export function roomOf(hash: string): string {
  return new RegExp(`^#/(${ROOM_PATTERN})$`).exec(hash)?.[1] ?? 'general';
}

function watchHash(onChange: () => void) {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}
