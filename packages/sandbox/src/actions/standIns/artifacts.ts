import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { matchesPatterns } from '../workflow/patterns';
import { Outputs, StandIn } from './types';

/** `actions/upload-artifact`: keeps the files for the run's other jobs. */
export const uploadArtifact: StandIn = ({ context, inputs }): Outputs => {
  const { workspace, log } = context;
  const name = inputs.name || 'artifact';
  const patterns = splitLines(inputs.path).map(line =>
    path.posix.normalize(line).replace(/\/$/, ''),
  );
  const found = findFiles(workspace, patterns);
  if (found.files.length === 0) {
    const problem = `No files were found with the provided path: ${inputs.path}. No artifacts will be uploaded.`;
    if (inputs['if-no-files-found'] === 'error') throw new Error(problem);
    log.write(`##[warning]${problem}`);
    return {};
  }
  const target = getArtifactDir(
    context.services.artifactsDir,
    context.run.id,
    name,
  );
  if (fs.existsSync(target) && inputs.overwrite !== 'true') {
    if (context.run.attempt === 1) {
      throw new Error(
        'Failed to CreateArtifact: Received non-retryable error: (409) Conflict: an artifact with this name already exists on the workflow run',
      );
    }
    fs.rmSync(target, { recursive: true });
  }
  const digest = createHash('sha256');
  let sizeInBytes = 0;
  for (const file of found.files) {
    const destination = path.join(target, path.relative(found.root, file));
    fs.mkdirSync(path.dirname(destination), { recursive: true });
    fs.copyFileSync(file, destination);
    const content = fs.readFileSync(file);
    digest.update(content);
    sizeInBytes += content.length;
  }
  const artifact = {
    id: context.services.nextId(),
    name,
    sizeInBytes,
    digest: digest.digest('hex'),
    createdAt: new Date().toISOString(),
  };
  context.run.artifacts = [
    ...context.run.artifacts.filter(other => other.name !== name),
    artifact,
  ];
  log.write(`Artifact ${name} has ${found.files.length} file(s)`);
  return {
    'artifact-id': String(artifact.id),
    'artifact-digest': artifact.digest,
  };
};

/** `actions/download-artifact`: one by its name, or all, each in a folder of its name. */
export const downloadArtifact: StandIn = ({ context, inputs }) => {
  const target = path.resolve(context.workspace, inputs.path || '.');
  const runDir = path.join(
    context.services.artifactsDir,
    String(context.run.id),
  );
  const all = fs.existsSync(runDir) ? fs.readdirSync(runDir) : [];
  const names = inputs.name
    ? all.filter(name => name === inputs.name)
    : all.filter(name => matchesPatterns([inputs.pattern || '*'], name));
  if (inputs.name && names.length === 0) {
    throw new Error(
      `Unable to download artifact(s): Artifact not found for name: ${inputs.name}`,
    );
  }
  const merge = Boolean(inputs.name) || inputs['merge-multiple'] === 'true';
  for (const name of names) {
    fs.cpSync(
      path.join(runDir, name),
      merge ? target : path.join(target, name),
      {
        recursive: true,
      },
    );
    context.log.write(`Downloaded artifact ${name}`);
  }
  return { 'download-path': target };
};

/** The files the patterns take, and the folder below which they keep their paths. */
function findFiles(workspace: string, patterns: string[]) {
  const wanted = patterns.filter(pattern => !pattern.startsWith('!'));
  const excluded = patterns
    .filter(pattern => pattern.startsWith('!'))
    .map(pattern => pattern.slice(1));
  const files = listFiles(workspace).filter(file => {
    const name = path.relative(workspace, file);
    const takes = (list: string[]) =>
      list.some(
        pattern =>
          pattern === '.' ||
          name.startsWith(`${pattern}/`) ||
          matchesPatterns([pattern], name),
      );
    return takes(wanted) && !takes(excluded);
  });
  const bases = wanted.map(pattern => getBase(workspace, pattern));
  return {
    files,
    root: getCommonFolder(bases.length > 0 ? bases : [workspace]),
  };
}

function getBase(workspace: string, pattern: string): string {
  const fixed = pattern.split('/').slice(
    0,
    Math.max(
      0,
      pattern.split('/').findIndex(part => /[*?[]/.test(part)),
    ),
  );
  if (/[*?[]/.test(pattern)) return path.join(workspace, ...fixed);
  const full = path.join(workspace, pattern);
  return fs.existsSync(full) && fs.statSync(full).isDirectory()
    ? full
    : path.dirname(full);
}

function getCommonFolder(folders: string[]): string {
  const [first, ...others] = folders.map(folder => folder.split(path.sep));
  const common = first.filter((part, index) =>
    others.every(
      other =>
        other.slice(0, index + 1).join() === first.slice(0, index + 1).join() &&
        other[index] === part,
    ),
  );
  return common.join(path.sep);
}

function listFiles(dir: string): string[] {
  return fs.readdirSync(dir, { withFileTypes: true }).flatMap(entry => {
    const file = path.join(dir, entry.name);
    if (entry.name === '.git') return [];
    return entry.isDirectory() ? listFiles(file) : [file];
  });
}

function getArtifactDir(root: string, runId: number, name: string): string {
  if (/["\\/:<>|*?\r\n]/.test(name)) {
    throw new Error(`The artifact name is not valid: ${name}`);
  }
  return path.join(root, String(runId), name);
}

function splitLines(text = ''): string[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);
}
