/** An image reference taken apart; as much of it as there is. */
export interface ImageParts {
  /** Last part of the repository's path. */
  name: string;
  tag?: string;
  /** The first characters of the digest, as docker shows them. */
  shortDigest?: string;
}

/** Takes an image reference apart: `registry/path/name[:tag][@algorithm:hex]`. */
export function getImageParts(image: string): ImageParts {
  const [reference, digest] = image.split('@');
  const lastPart = reference.slice(reference.lastIndexOf('/') + 1);
  const [name, tag] = lastPart.split(':');
  return { name, tag, shortDigest: digest?.split(':')[1]?.slice(0, 12) };
}

/** What tells an image from the one before: its tag, else the start of its digest. */
export function getImageVersion(image: string): string {
  const { name, tag, shortDigest } = getImageParts(image);
  return tag ?? shortDigest ?? `${name} (no tag)`;
}
