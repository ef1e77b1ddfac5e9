import { redactMessage } from '../messages';

/** What was asked of GitHub. */
export interface DispatchContext {
  /** File name, e.g. `deploy.yml`. */
  workflow: string;
  branch: string;
  inputs: Record<string, string>;
}

/** Longest text that is matched: GitHub's sentences are short, and a parser's complaint begins with its place. */
const LONGEST = 1_000;

type Explain = (
  context: DispatchContext & { file: string },
  name: string,
) => string;

/** GitHub's sentences, with the name that each quotes, and what they mean to whoever wants the workflow to run. */
const EXPLANATIONS: Array<[sentence: RegExp, explain: Explain]> = [
  [
    /disabled workflow/,
    ({ workflow }) =>
      `the workflow ${workflow} is disabled; enable it on the repository's Actions page`,
  ],
  [
    /Actions has been disabled/i,
    () =>
      "GitHub Actions is disabled; enable it in the settings of the repository or of its owner's account",
  ],
  [
    /does not have '?workflow_dispatch'? trigger/,
    ({ file }) =>
      `${file} can't be started by hand; add 'workflow_dispatch' to its 'on:'`,
  ],
  [
    /^No ref found for/,
    ({ branch }) => `the repository has no branch '${branch}' with a commit`,
  ],
  [
    /^Unexpected inputs provided: (.{0,300})/,
    ({ file, inputs }, names) =>
      `${file} does not declare ${listUnexpected(
        inputs,
        names,
      )}; declare below 'workflow_dispatch' what the portal sends: ${Object.keys(
        inputs,
      ).join(', ')}`,
  ],
  [
    /^Required input ['"]([\w-]{1,100})['"] not provided/,
    ({ file }, name) =>
      `${file} requires the input '${name}', which the portal does not send; give it a default, or make it optional`,
  ],
  [
    /^Provided environment .{0,300}input ['"]([\w-]{1,100})['"] does not exist/,
    ({ inputs }, name) =>
      `the repository has no GitHub Environment '${
        inputs[name] ?? ''
      }'; create it in the repository's settings, or give the Environment in eksDeploy.environments the same name`,
  ],
  [
    /\binput ['"]([\w-]{1,100})['"].{0,300}not in the list of/i,
    ({ file, inputs }, name) =>
      `${file} does not allow '${
        inputs[name] ?? ''
      }' as its input '${name}'; add it to the input's options${
        name === 'tier'
          ? ", or correct the Workload's label app.kubernetes.io/component"
          : ''
      }`,
  ],
  [
    /failed to parse workflow:? ?(.*)/i,
    ({ file }, complaint) =>
      `${file} is not a valid workflow: ${redactMessage(complaint)}`,
  ],
];

/**
 * Explains why GitHub does not start a workflow (422), as it continues "Starting the workflow … failed:".
 *
 * @param message - GitHub's. A sentence that isn't known is quoted.
 * @internal
 */
export function explainDispatchRejection(
  message: string,
  context: DispatchContext,
): string {
  const { workflow, branch } = context;
  // Octokit adds the address of GitHub's documentation.
  const said = message
    .slice(0, LONGEST)
    .replace(/ - https:\/\/docs\.github\.com\/\S{0,300}$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  const file = `${workflow} on the branch ${branch}`;
  for (const [sentence, explain] of EXPLANATIONS) {
    const match = sentence.exec(said);
    if (match) {
      return explain({ ...context, file }, match[1] ?? '');
    }
  }
  return `GitHub rejects ${file} or its inputs: "${redactMessage(said)}"`;
}

/** Of the names that GitHub quotes only those that the portal sent. */
function listUnexpected(
  inputs: Record<string, string>,
  quoted: string,
): string {
  const names = Object.keys(inputs).filter(name =>
    quoted.includes(`"${name}"`),
  );
  return names.length > 0
    ? `the input${names.length > 1 ? 's' : ''} ${names.join(', ')}`
    : 'every input';
}
