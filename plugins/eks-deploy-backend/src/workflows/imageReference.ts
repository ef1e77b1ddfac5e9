/**
 * The repository of an image reference, with its registry and without tag and digest, e.g.
 * `123456789012.dkr.ecr.eu-west-1.amazonaws.com/chat-backend`.
 */
export function getImageRepository(image: string): string {
  const [name] = image.split('@');
  // A colon before the last slash belongs to the registry's port.
  const colon = name.indexOf(':', name.lastIndexOf('/') + 1);
  return colon < 0 ? name : name.slice(0, colon);
}
