export interface AttachmentAddress {
  url: string;
  kind: 'image' | 'document';
}

/**
 * The uploaded file that a message consists of, if it does. Only of our own backend: an image from elsewhere would tell
 * its server who reads here.
 */
export function attachmentOf(text: string, backendHost: string): AttachmentAddress | undefined {
  const [, host, extension] = /^https?:\/\/([^/]+)\/api\/uploads\/[0-9a-f-]{36}\.(png|jpg|gif|webp|pdf)$/.exec(text) ?? [];
  if (host !== backendHost) return undefined;
  return { url: text, kind: extension === 'pdf' ? 'document' : 'image' };
}
