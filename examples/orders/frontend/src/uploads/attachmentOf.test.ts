import { describe, expect, it } from 'vitest';
import { attachmentOf } from './attachmentOf';

const host = 'chat-api.example.com';
const name = '0b9f4a6e-8a3e-4c0e-9a35-6d6f1c1a2b3c';

describe('attachmentOf', () => {
  it.each([
    ['png', 'image'],
    ['webp', 'image'],
    ['pdf', 'document'],
  ])('knows an uploaded %s as %s', (extension, kind) => {
    const url = `https://${host}/api/uploads/${name}.${extension}`;
    expect(attachmentOf(url, host)).toEqual({ url, kind });
  });

  it.each([
    `https://elsewhere.example.com/api/uploads/${name}.png`,
    `https://${host}.elsewhere.example.com/api/uploads/${name}.png`,
    `https://${host}/api/uploads/../messages.png`,
    `look: https://${host}/api/uploads/${name}.png`,
    `javascript://${host}/api/uploads/${name}.png`,
  ])('takes %s for text', text => {
    expect(attachmentOf(text, host)).toBeUndefined();
  });
});
