import fs from 'node:fs';
import path from 'node:path';
import { parseImageReference } from '../../aws/reference';
import { Outputs, StandIn } from './types';

/** `docker/build-push-action`: registers the image in the sandbox's ECR, with a digest of its own. */
export const buildAndPush: StandIn = ({ context, inputs }): Outputs => {
  const { log, run, workspace, services } = context;
  const folder = path.resolve(workspace, inputs.context || '.');
  const dockerfile = inputs.file
    ? path.resolve(workspace, inputs.file)
    : path.join(folder, 'Dockerfile');
  if (!fs.existsSync(dockerfile)) {
    throw new Error(
      `failed to read dockerfile: open ${dockerfile}: no such file`,
    );
  }
  const tags = splitList(inputs.tags);
  if (inputs.push !== 'true') return {};
  let digest = '';
  for (const tag of tags) {
    const image = parseImageReference(tag);
    if (!image)
      throw new Error(`invalid tag "${tag}": invalid reference format`);
    const content = `${image.repository}@${run.sha}#${run.attempt}`;
    digest = services.images.push(
      image.repository,
      image.tag ?? 'latest',
      content,
    );
    log.write(`pushed ${tag}@${digest}`);
  }
  return {
    digest,
    imageid: digest,
    metadata: JSON.stringify({ 'containerimage.digest': digest }),
  };
};

/** `docker/metadata-action`, as far as tags by commit go. */
export const describeImage: StandIn = ({ context, inputs }) => {
  const version = `sha-${context.run.sha.slice(0, 7)}`;
  const tags = splitList(inputs.images).map(image => `${image}:${version}`);
  return { version, tags: tags.join('\n'), labels: '' };
};

function splitList(text = ''): string[] {
  return text
    .split(/[\n,]/)
    .map(item => item.trim())
    .filter(Boolean);
}
