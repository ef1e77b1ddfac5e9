import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadConfig } from './config';

afterEach(() => vi.unstubAllGlobals());

const answer = (response: Response) => vi.stubGlobal('fetch', vi.fn().mockResolvedValue(response));

describe('loadConfig', () => {
  it('reads where the backend is', async () => {
    answer(Response.json({ backendHost: 'api.example.com' }));
    expect(await loadConfig()).toEqual({ backendHost: 'api.example.com' });
  });

  it.each([
    ['is not there', new Response(null, { status: 404 }), '/config/config.json could not be read: 404'],
    ['says nothing', Response.json({}), '/config/config.json has no "backendHost"'],
  ])('names the file when it %s', async (_, response, message) => {
    answer(response);
    await expect(loadConfig()).rejects.toThrow(message);
  });
});
