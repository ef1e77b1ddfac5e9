import type { FileTree } from '@eks-deploy/template-dry-run';
import type { Tool } from '../install';

/** A rendered case, or what a checker reads of it, in a folder. */
export interface Rendered {
  dir: string;
  files: FileTree;
}

/** A program that others wrote and that judges a generated repository. */
export interface Checker {
  name: string;
  /** Of these versions, by the name that `check` finds its folder under. */
  tools: Record<string, Tool>;
  /** Gets what is no tool of its own, before anything is checked. @throws MissingPartyError */
  prepare?(): Promise<unknown>;
  /** The files it is given; no other decides what it says. */
  reads(path: string): boolean;
  /** It takes no longer than looking up whether it has passed before, so nobody looks. */
  quick?: boolean;
  /** Gives what it found, as the program says it; an empty text is no finding. */
  check(rendered: Rendered, toolDirs: Record<string, string>): Promise<string>;
}
