import { createContext, useContext, useEffect, useState } from 'react';

/** Milliseconds since the epoch; another clock can be given to tests and demonstrations. */
export const ClockContext = createContext<() => number>(Date.now);

/** The time now, read again every so often. */
export function useNow(everyMs: number = 1_000): number {
  const clock = useContext(ClockContext);
  const [now, setNow] = useState(clock);
  useEffect(() => {
    setNow(clock());
    const timer = setInterval(() => setNow(clock()), everyMs);
    return () => clearInterval(timer);
  }, [clock, everyMs]);
  return now;
}
