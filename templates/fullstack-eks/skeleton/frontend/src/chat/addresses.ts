/** `https:` pages talk `wss:`, `http:` pages (a laptop) talk `ws:`. */
export function socketUrl(pageProtocol: string, backendHost: string, room: string): string {
  const protocol = pageProtocol === 'https:' ? 'wss:' : 'ws:';
  return `${protocol}//${backendHost}/ws?room=${encodeURIComponent(room)}`;
}

export function apiUrl(pageProtocol: string, backendHost: string, path: string): string {
  return `${pageProtocol}//${backendHost}/api${path}`;
}
