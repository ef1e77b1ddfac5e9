/** A request to an API server, as people speak of it. */
export interface Asked {
  verb: 'LIST' | 'WATCH' | string;
  /** The kind, e.g. `pods`. */
  plural: string;
  url: URL;
  /** Whether it is a WATCH that begins with all there is, in the place of a LIST. */
  fromStart: boolean;
}

/** Reads method and path of a request to an API server. */
export function parseAsked(method: string, path: string): Asked {
  const url = new URL(path, 'https://cluster');
  const parts = url.pathname.split('/').filter(Boolean);
  const own = parts.slice(parts[0] === 'apis' ? 3 : 2);
  const [plural = '', name] = own[0] === 'namespaces' ? own.slice(2) : own;
  const watches = ['1', 'true'].includes(url.searchParams.get('watch') ?? '');
  return {
    verb: method === 'GET' ? toReading(watches, name) : method,
    plural,
    url,
    fromStart: url.searchParams.get('sendInitialEvents') === 'true',
  };
}

function toReading(watches: boolean, name: string | undefined): string {
  if (watches) {
    return 'WATCH';
  }
  return name === undefined ? 'LIST' : 'GET';
}

/** Whatever begins a view of a kind: a LIST, or a WATCH that begins with one. */
export function isList({ verb, fromStart }: Asked): boolean {
  return verb === 'LIST' || (verb === 'WATCH' && fromStart);
}

export function isWatch({ verb }: Asked): boolean {
  return verb === 'WATCH';
}

/** A WATCH that goes on from a version. */
export function isWatchOn({ verb, fromStart }: Asked): boolean {
  return verb === 'WATCH' && !fromStart;
}

/** Any request that reads more than one object. */
export function isReading({ verb }: Asked): boolean {
  return verb === 'LIST' || verb === 'WATCH';
}

/** A WATCH of one kind. */
export function isWatchOf(plural: string) {
  return (asked: Asked) => isWatch(asked) && asked.plural === plural;
}
