import { matchesPatterns } from './patterns';
import { TriggerFilter, Workflow } from './types';

/** A branch or tag that was pushed. */
export interface Push {
  /** `refs/heads/main` or `refs/tags/v1`. */
  ref: string;
  changedFiles: string[];
  message: string;
}

const SKIP = /\[(?:skip ci|ci skip|no ci|skip actions|actions skip)\]/i;

/** Whether a push starts a workflow. */
export function isTriggeredByPush(workflow: Workflow, push: Push): boolean {
  const filter = workflow.on.push;
  return (
    filter !== undefined &&
    !SKIP.test(push.message) &&
    takesRef(filter, push.ref) &&
    takesFiles(filter, push.changedFiles)
  );
}

/** The last part of a full ref: the name of the branch or tag. */
export function getRefName(ref: string): string {
  return ref.replace(/^refs\/(?:heads|tags)\//, '');
}

function takesRef(filter: TriggerFilter, ref: string): boolean {
  const isTag = ref.startsWith('refs/tags/');
  const [only, except, others] = isTag
    ? [
        filter.tags,
        filter['tags-ignore'],
        [filter.branches, filter['branches-ignore']],
      ]
    : [
        filter.branches,
        filter['branches-ignore'],
        [filter.tags, filter['tags-ignore']],
      ];
  const name = getRefName(ref);
  if (only) return matchesPatterns(only, name);
  if (except) return !matchesPatterns(except, name);
  // A filter for the other kind of ref alone takes none of this kind.
  return others.every(list => list === undefined);
}

function takesFiles(filter: TriggerFilter, files: string[]): boolean {
  const { paths, 'paths-ignore': ignored } = filter;
  if (paths) return files.some(file => matchesPatterns(paths, file));
  if (ignored) return files.some(file => !matchesPatterns(ignored, file));
  return true;
}
