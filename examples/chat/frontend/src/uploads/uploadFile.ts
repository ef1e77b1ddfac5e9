import { apiUrl } from '../chat/addresses';
import { post } from '../chat/request';

export const ACCEPTED_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf'];
const MAX_MB = 10;

/** Returns the lasting address of the stored file. The server checks again what is checked here to answer at once. */
export async function uploadFile(backendHost: string, file: File): Promise<string> {
  if (!ACCEPTED_TYPES.includes(file.type)) {
    throw new Error('Choose a PNG, JPEG, GIF or WebP image, or a PDF.');
  }
  if (file.size > MAX_MB * 1024 * 1024) {
    throw new Error(`Choose a file of at most ${MAX_MB} MB.`);
  }
  const uploads = apiUrl(window.location.protocol, backendHost, '/uploads');
  const answer = await post(uploads, { headers: { 'Content-Type': file.type }, body: file });
  if (typeof answer !== 'object' || answer === null || !('name' in answer)) {
    throw new Error('The server did not say where the file is.');
  }
  return `${uploads}/${answer.name}`;
}
