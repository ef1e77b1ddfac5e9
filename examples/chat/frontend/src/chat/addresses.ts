/** `https:` pages talk `wss:`, `http:` pages (a laptop) talk `ws:`. */
export function socketUrl(pageProtocol: string, backendHost: string, room: string, lastSeen?: string): string {
  const protocol = pageProtocol === 'https:' ? 'wss:' : 'ws:';
  const query = new URLSearchParams({ room, ...(lastSeen && { since: lastSeen }) });
  return `${protocol}//${backendHost}/ws?${query}`;
}

export function apiUrl(pageProtocol: string, backendHost: string, path: string): string {
  return `${pageProtocol}//${backendHost}/api${path}`;
}
