const COMPARABLE = /^[1-9][0-9]*$/;

/**
 * Whether one resourceVersion comes before another of the same kind in the same cluster.
 *
 * @remarks
 * Versions were opaque until KEP-5504 (Kubernetes 1.35) promised decimal numbers of any length. Earlier API servers
 * on etcd write such numbers too; of anything else nothing is claimed, and the last one told counts.
 */
export function isOlderVersion(
  version: string | undefined,
  than: string | undefined,
): boolean {
  if (
    version === undefined ||
    than === undefined ||
    !COMPARABLE.test(version) ||
    !COMPARABLE.test(than)
  ) {
    return false;
  }
  return version.length === than.length
    ? version < than
    : version.length < than.length;
}
