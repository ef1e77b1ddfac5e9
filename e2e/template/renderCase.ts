import { join } from 'node:path';
import eksDeployModule from '@eks-deploy/backstage-plugin-scaffolder-backend-module-eks-deploy';
import { repositoryRoot } from '@eks-deploy/scripts';
import {
  dryRun,
  type FileTree,
  listCases,
  readCase,
  startScaffolder,
} from '@eks-deploy/template-dry-run';

const templateDir = join(repositoryRoot, 'templates/fullstack-eks');

/** Renders cases of the template; stop it when done. */
export interface Renderer {
  /** @throws Error that says what the scaffolder refused. */
  render(name: string): Promise<FileTree>;
  stop(): Promise<void>;
}

/** Names of all cases, in alphabetical order. */
export const allCases = () => listCases(templateDir);

/** Starts the real scaffolder, which takes some seconds, for any number of cases. */
export async function startRenderer(): Promise<Renderer> {
  const scaffolder = await startScaffolder([eksDeployModule]);
  return {
    async render(name) {
      const answers = await readCase(templateDir, name);
      const { body, files } = await dryRun(
        templateDir,
        answers,
        scaffolder.post,
      );
      const refused =
        body.errors?.map(({ property, message }) => `${property} ${message}`) ??
        (body.error ? [body.error.message] : []);
      if (refused.length > 0) {
        throw new Error(`The case ${name} is refused: ${refused.join('; ')}`);
      }
      return files;
    },
    stop: () => scaffolder.stop(),
  };
}
