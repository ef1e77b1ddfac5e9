/**
 * A URL from its `//` on, without the user and without the query.
 *
 * @remarks
 * Any user is dropped, with or without a password: for a registry or GitHub, it may be a token. A digest's `@` belongs to
 * an image.
 */
export function redactUrl(found: string): string {
  const url = found.replace(/[).,:;\]}]{1,8}$/, '');
  const rest = found.slice(url.length);
  const query = url.search(/[?#]/);
  const place = query < 0 ? url : url.slice(0, query);
  const at = findUserEnd(url, place);
  if (at >= 0) {
    return `//***${redactUrl(`//${url.slice(at + 1)}`).replace(
      '//',
      '@',
    )}${rest}`;
  }
  return query < 0 ? found : `${place}${url[query]}***${rest}`;
}

/** Where the user ends: passwords may hold unescaped slashes, question marks and at signs. */
function findUserEnd(url: string, place: string): number {
  const at = place.lastIndexOf('@');
  if (at >= 0 && !/^@sha\d+:/.test(place.slice(at, at + 9))) {
    return at;
  }
  const hasPassword = /^\/\\?\/[^/:@]*:(?!\d+(?:\/|$))/.test(place);
  const last = url.lastIndexOf('@');
  return hasPassword && !place.includes('@') ? last : -1;
}
