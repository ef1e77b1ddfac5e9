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

// A whole git commit id, as deploy workflows tag images with; what follows it, e.g. a run attempt, is kept.
const COMMIT_ID = /^([0-9a-f]{7})[0-9a-f]{33}(?![0-9a-f])/;

/** What tells an image from the one before: its tag, a commit id shortened as git does, else the start of its digest. */
export function getImageVersion(image: string): string {
  const { name, tag, shortDigest } = getImageParts(image);
  return tag?.replace(COMMIT_ID, '$1') ?? shortDigest ?? `${name} (no tag)`;
}
