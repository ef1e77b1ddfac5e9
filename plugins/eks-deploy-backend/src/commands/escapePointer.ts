/** A path segment of a JSON Pointer, RFC 6901. */
export function escapePointer(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}
