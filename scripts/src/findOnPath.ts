import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join, resolve } from 'node:path';

/** Absolute path of the first of these commands that can be run; a path counts as it is, a name is looked up on PATH. */
export function findOnPath(
  ...commands: Array<string | undefined>
): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return commands
    .flatMap(command => (command ? [command] : []))
    .flatMap(command =>
      isAbsolute(command) || command.includes('/')
        ? [resolve(command)]
        : folders.map(folder => join(folder, command)),
    )
    .find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
