import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type FileTree, readTree } from './fileTree';

/** Answers to a template's questions; the scaffolder's dry run applies no defaults. */
export type Answers = Record<string, unknown>;

/** Posts to the scaffolder's HTTP API and gives its answer. */
export type PostToScaffolder = (
  path: string,
  body: object,
) => Promise<{ status: number; body: DryRunBody }>;

/** An answer that a schema refuses, as the `jsonschema` library reports it. */
export interface SchemaRefusal {
  /** `instance.environments[0].name`. */
  property: string;
  message: string;
  /** The keyword that refuses: `pattern`. */
  name: string;
  /** The part of the template's schema that refuses, with the form's own sentences. */
  schema?: { errorMessage?: Record<string, string> };
}

/** What `POST /v2/dry-run` answers with: the first three when it ran, else one of the others. */
export interface DryRunBody {
  log?: { body: { message: string; stepId?: string; status?: string } }[];
  directoryContents?: { path: string; base64Content: string }[];
  output?: Record<string, unknown>;
  /** Answers that the parameters' schema refuses. */
  errors?: SchemaRefusal[];
  /** A step that failed. */
  error?: { name: string; message: string };
}

/** How a dry run ended, with the files it would have pushed. */
export interface DryRun {
  status: number;
  body: DryRunBody;
  files: FileTree;
}

/** Names of `cases/*.yaml`, in alphabetical order. */
export async function listCases(templateDir: string): Promise<string[]> {
  const files = await readdir(join(templateDir, 'cases'));
  return files
    .filter(file => file.endsWith('.yaml'))
    .map(file => file.replace(/\.yaml$/, ''))
    .sort();
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
    directoryContents: Object.entries(content)
      .filter(([path]) => path.startsWith('skeleton'))
      .map(([path, file]) => ({
        path,
        base64Content: file.content.toString('base64'),
      })),
  });
  const files: FileTree = {};
  for (const { path, base64Content } of body.directoryContents ?? []) {
    files[path] = {
      content: Buffer.from(base64Content, 'base64'),
      executable: isExecutable(content, path),
    };
  }
  return { status, body, files };
}

/** The dry run's API takes no modes; a real run copies them from the skeleton that a file is of. */
function isExecutable(template: FileTree, path: string): boolean {
  return Object.entries(template).some(
    ([source, { executable }]) =>
      executable &&
      source.startsWith('skeleton') &&
      source.replace(/^skeleton[^/]*\//, '').replace(/\.njk$/, '') === path,
  );
}
