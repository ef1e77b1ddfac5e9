import { Json } from '../store';

/** Lists of a repository that the sandbox only keeps. */
export const KEPT_LISTS = ['hooks', 'keys', 'autolinks'] as const;

/** What GitHub adds to what it is sent of a hook, a deploy key or an autolink. */
export function toKeptItem(
  list: (typeof KEPT_LISTS)[number],
  body: Json,
  given: { id: number; repositoryUrl: string; now: string },
): Json {
  const { id, repositoryUrl, now } = given;
  const url = `${repositoryUrl}/${list}/${id}`;
  switch (list) {
    case 'hooks':
      return {
        type: 'Repository',
        name: 'web',
        active: true,
        events: ['push'],
        ...body,
        id,
        url,
        test_url: `${url}/test`,
        ping_url: `${url}/pings`,
        created_at: now,
        updated_at: now,
        // Nothing is ever sent.
        last_response: { code: null, status: 'unused', message: null },
      };
    case 'keys':
      return {
        read_only: false,
        title: '',
        ...body,
        id,
        url,
        verified: true,
        created_at: now,
      };
    default:
      return { is_alphanumeric: true, ...body, id };
  }
}
