import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { uploadFile } from './uploadFile';

const fetched = vi.fn<typeof fetch>();
const aFile = (type: string, size = 10) => new File([new Uint8Array(size)], 'holiday.png', { type });

beforeEach(() => vi.stubGlobal('fetch', fetched));
afterEach(() => {
  vi.unstubAllGlobals();
  fetched.mockReset();
});

describe('uploadFile', () => {
  it('posts the file alone and gives its lasting address', async () => {
    fetched.mockResolvedValue(Response.json({ name: 'n.png', url: 'https://bucket.example.com/n.png?signed' }));
    const file = aFile('image/png');

    expect(await uploadFile('api.example.com', file)).toMatch(/^https?:\/\/api\.example\.com\/api\/uploads\/n\.png$/);
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({ method: 'POST', body: file });
  });

  it.each([
    ['an unaccepted type', aFile('image/svg+xml'), 'Choose a PNG, JPEG, GIF or WebP image, or a PDF.'],
    ['a file that is too large', aFile('image/png', 10 * 1024 * 1024 + 1), 'Choose a file of at most 10 MB.'],
  ])('refuses %s without asking the server', async (_, file, message) => {
    await expect(uploadFile('api.example.com', file)).rejects.toThrow(message);
    expect(fetched).not.toHaveBeenCalled();
  });

  it('says what the server says', async () => {
    fetched.mockResolvedValue(Response.json({ detail: 'The file could not be stored.' }, { status: 503 }));
    await expect(uploadFile('api.example.com', aFile('image/png'))).rejects.toThrow('The file could not be stored.');
  });
});
