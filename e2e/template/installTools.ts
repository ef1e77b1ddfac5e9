import { MissingPartyError } from '../contract/runContract';
import type { Checker } from './checkers/Checker';
import { ensureTool, MissingLanguageError } from './install';

/** What of the checkers is there: the folders of their tools, or why they can't be asked. */
export interface Installed {
  toolDirs: Map<Checker, Record<string, string>>;
  /** Checkers that this machine lacks a language for; the sentence says which, and how to get it. */
  missing: Map<Checker, string>;
  /** Checkers that could not be installed though the language is there. */
  broken: Map<Checker, string>;
}

/** Installs what the checkers need, one after another. */
export async function installTools(
  checkers: Checker[],
  onProgress: (message: string) => void,
): Promise<Installed> {
  const installed: Installed = {
    toolDirs: new Map(),
    missing: new Map(),
    broken: new Map(),
  };
  for (const checker of checkers) {
    try {
      const dirs: Record<string, string> = {};
      // A tool may be made from the one before it.
      for (const [name, tool] of Object.entries(checker.tools)) {
        dirs[name] = await ensureTool(tool, onProgress);
      }
      await checker.prepare?.();
      installed.toolDirs.set(checker, dirs);
    } catch (error) {
      const lacks =
        error instanceof MissingLanguageError ||
        error instanceof MissingPartyError;
      (lacks ? installed.missing : installed.broken).set(
        checker,
        error instanceof Error ? error.message : String(error),
      );
    }
  }
  return installed;
}
