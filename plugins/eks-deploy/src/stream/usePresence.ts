import { useEffect, useState } from 'react';

/** Somebody who only looks something up elsewhere comes back to a page that never stopped. */
const ABSENT_AFTER_MS = 60_000;

/** Whether someone may be looking: the page is not hidden, or has been for less than a minute. */
export function usePresence(): boolean {
  const [present, setPresent] = useState(true);

  useEffect(() => {
    let leaving: ReturnType<typeof setTimeout> | undefined;
    function look() {
      clearTimeout(leaving);
      if (document.visibilityState === 'hidden') {
        leaving = setTimeout(() => setPresent(false), ABSENT_AFTER_MS);
      } else {
        setPresent(true);
      }
    }
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(leaving);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);

  return present;
}
