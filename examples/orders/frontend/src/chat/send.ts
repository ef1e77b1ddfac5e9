import { apiUrl } from './addresses';

async function post(url: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', ...init });
  if (!response.ok) {
    throw new Error(`The server refused it (${response.status}).`);
  }
  return response.json();
}

export async function sendMessage(backendHost: string, message: { room: string; author: string; text: string }) {
  await post(apiUrl(window.location.protocol, backendHost, '/messages'), {
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(message),
  });
}

/** Returns the address of the stored file. */
export async function uploadFile(backendHost: string, file: File): Promise<string> {
  const body = new FormData();
  body.append('file', file);
  const uploaded = await post(apiUrl(window.location.protocol, backendHost, '/uploads'), { body });
  return (uploaded as { url: string }).url;
}
