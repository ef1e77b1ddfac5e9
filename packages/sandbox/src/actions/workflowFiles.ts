import { GitRepository } from '../git/repository';
import { parseWorkflow } from './workflow/parseWorkflow';
import { Workflow } from './workflow/types';

const FOLDER = '.github/workflows';

/** A file of a repository's workflow folder. */
export interface WorkflowFile {
  path: string;
  /** Missing when the file cannot be read; `problem` says why. */
  workflow?: Workflow;
  problem?: string;
}

/** The workflow files at a commit. */
export async function readWorkflowFiles(
  git: GitRepository,
  commit: string,
): Promise<WorkflowFile[]> {
  if (!(await git.entry(commit, FOLDER))) return [];
  const entries = await git.list(commit, FOLDER);
  return Promise.all(
    entries
      .filter(({ type, path }) => type === 'blob' && /\.ya?ml$/.test(path))
      .map(async ({ path, sha }) => {
        const text = (await git.blob(sha)).toString();
        return { path, ...tryParse(text, path) };
      }),
  );
}

function tryParse(text: string, path: string): Omit<WorkflowFile, 'path'> {
  try {
    return { workflow: parseWorkflow(text, path) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
