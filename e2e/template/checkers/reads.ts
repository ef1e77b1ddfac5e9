// What checkers read, by path. Told apart so that a result stands until one of these files changes.
export const workflows = (path: string) =>
  /^\.github\/workflows\/.*\.yml$/.test(path);
export const manifests = (path: string) => /^deploy\/.*\.yaml$/.test(path);
export const stacks = (path: string) => /^infra\/[^/]+\.yaml$/.test(path);
export const dockerfiles = (path: string) => path.endsWith('Dockerfile');
export const scripts = (path: string) => /\.sh$|\/(gradlew|mvnw)$/.test(path);
export const yaml = (path: string) => /\.ya?ml$/.test(path);
export const within =
  (...folders: string[]) =>
  (path: string) =>
    folders.some(folder => path.startsWith(`${folder}/`));
