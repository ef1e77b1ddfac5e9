import type { FileTree } from '@eks-deploy/template-dry-run';
import type { Tool } from '../install';

/** A rendered case, in a folder. */
export interface Rendered {
  dir: string;
  files: FileTree;
}

/** A program that others wrote and that judges a generated repository. */
export interface Checker {
  name: string;
  /** Of these versions, by the name that `check` finds its folder under. */
  tools: Record<string, Tool>;
  /** Gives what it found, as the program says it; an empty text is no finding. */
  check(rendered: Rendered, toolDirs: Record<string, string>): Promise<string>;
}
