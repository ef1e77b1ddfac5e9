import { useState } from 'react';

const KEY = 'name';

/** What the reader calls themselves, remembered by this browser. */
export function useName(): [string, (name: string) => void] {
  const [name, setName] = useState(() => localStorage.getItem(KEY) ?? 'Guest');
  return [
    name,
    changed => {
      localStorage.setItem(KEY, changed);
      setName(changed);
    },
  ];
}
