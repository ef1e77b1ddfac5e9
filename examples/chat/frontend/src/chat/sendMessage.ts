import { apiUrl } from './addresses';
import { post, retrying } from './request';

const RETRY_DELAYS_MS = [500, 1_000, 2_000];

/** Sends again with the same id while a replica is being replaced; the others see it once. */
export async function sendMessage(backendHost: string, message: { room: string; author: string; text: string }) {
  const body = JSON.stringify({ id: crypto.randomUUID(), ...message });
  const url = apiUrl(window.location.protocol, backendHost, '/messages');
  await retrying(() => post(url, { headers: { 'Content-Type': 'application/json' }, body }), RETRY_DELAYS_MS);
}
