/** The parts of `registry/repository:tag@digest`. */
export interface ImageReference {
  registry: string;
  repository: string;
  tag?: string;
  digest?: string;
}

const PATTERN =
  /^(?<name>[^@]+?)(?::(?<tag>[\w][\w.-]{0,127}))?(?:@(?<digest>sha256:[0-9a-f]{64}))?$/;

/** Reads an image reference as Docker does; `undefined` when it is not one. */
export function parseImageReference(text: string): ImageReference | undefined {
  const groups = PATTERN.exec(text)?.groups;
  if (!groups) return undefined;
  const [first, ...rest] = groups.name.split('/');
  const hasRegistry = rest.length > 0 && /[.:]|^localhost$/.test(first);
  return {
    registry: hasRegistry ? first : 'docker.io',
    repository: hasRegistry ? rest.join('/') : groups.name,
    ...(groups.tag && { tag: groups.tag }),
    ...(groups.digest && { digest: groups.digest }),
  };
}
