import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { FileTree, readTree } from './fileTree';

/** Answers to a template's questions; the scaffolder's dry run applies no defaults. */
export type Answers = Record<string, unknown>;

/** Posts to the scaffolder's HTTP API and gives its answer. */
export type PostToScaffolder = (
  path: string,
  body: object,
) => Promise<{ status: number; body: DryRunBody }>;

/** What `POST /v2/dry-run` answers with: the first three when it ran, else one of the others. */
export interface DryRunBody {
  log?: { body: { message: string; stepId?: string; status?: string } }[];
  directoryContents?: { path: string; base64Content: string }[];
  output?: Record<string, unknown>;
  /** Answers that the parameters' schema refuses. */
  errors?: { property: string; message: string }[];
  /** A step that failed. */
  error?: { name: string; message: string };
}

export interface DryRun {
  status: number;
  body: DryRunBody;
  files: FileTree;
}

/** The answers of `cases/<name>.yaml`. */
export async function readCase(
  templateDir: string,
  name: string,
): Promise<Answers> {
  return parse(
    await readFile(join(templateDir, 'cases', `${name}.yaml`), 'utf8'),
  );
}

/** Dry-runs the template of a folder, as the template editor does. */
export async function dryRun(
  templateDir: string,
  answers: Answers,
  post: PostToScaffolder,
): Promise<DryRun> {
  const { 'template.yaml': template, ...content } = await readTree(templateDir);
  const { status, body } = await post('/v2/dry-run', {
    template: parse(template.content.toString()),
    values: answers,
    directoryContents: Object.entries(content).map(([path, file]) => ({
      path,
      base64Content: file.content.toString('base64'),
    })),
  });
  const files: FileTree = {};
  for (const { path, base64Content } of body.directoryContents ?? []) {
    files[path] = {
      content: Buffer.from(base64Content, 'base64'),
      // The dry run's API takes no modes; a real run copies them from the skeleton.
      executable: content[`skeleton/${path}`]?.executable ?? false,
    };
  }
  return { status, body, files };
}
