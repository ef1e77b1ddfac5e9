// Stands in for Docker: builds nothing, but what is pushed to ECR exists in the sandbox's.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { callEcr } from './ecr.mjs';

const ECR =
  /^\d{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com\/(?<repository>[^:@]+)(?::(?<tag>[^@]+))?$/;
const imagesFile = path.join(os.homedir(), '.docker-images.json');
const images = fs.existsSync(imagesFile)
  ? JSON.parse(fs.readFileSync(imagesFile, 'utf8'))
  : {};

const [command, ...args] = process.argv.slice(2);
const commands = {
  build,
  buildx: () => (args[0] === 'build' ? build(args.slice(1)) : undefined),
  tag: () => save(args[1], images[args[0]]),
  push: () => push(args.find(arg => !arg.startsWith('-'))),
  login: () => console.log('Login Succeeded'),
  logout: () => {},
  inspect: () => console.log(images[args[args.length - 1]]?.pushed ?? ''),
};

async function build(given = args) {
  const tags = readMany(given, ['-t', '--tag']);
  const [file] = readMany(given, ['-f', '--file']);
  const folder = given[given.length - 1];
  const dockerfile = file ?? path.join(folder, 'Dockerfile');
  if (!fs.existsSync(dockerfile)) {
    throw new Error(
      `failed to read dockerfile: open ${dockerfile}: no such file or directory`,
    );
  }
  const content = createHash('sha256')
    .update(fs.readFileSync(dockerfile))
    .update(tags.join())
    .digest('hex');
  for (const tag of tags) save(tag, { content });
  console.log(`The sandbox builds no layers; named ${tags.join(', ')}`);
  if (given.includes('--push')) for (const tag of tags) await push(tag);
}

async function push(name) {
  const image = images[name];
  if (!image)
    throw new Error(`An image does not exist locally with the tag: ${name}`);
  const { repository, tag = 'latest' } = ECR.exec(name)?.groups ?? {};
  if (!repository)
    throw new Error(`The sandbox pushes to its ECR only, not to ${name}`);
  const digest = await put(repository, tag, image.content);
  save(name, { ...image, pushed: `${name.replace(/:[^:/]+$/, '')}@${digest}` });
  console.log(`${tag}: digest: ${digest} size: 1024`);
}

// A repository comes to be by its first push, and pushing the same again changes nothing.
async function put(repositoryName, imageTag, content) {
  const passOver = name => error => {
    if (error.name !== name) throw error;
  };
  await callEcr('CreateRepository', { repositoryName }).catch(
    passOver('RepositoryAlreadyExistsException'),
  );
  const imageManifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: { digest: `sha256:${content}` },
    layers: [],
  });
  await callEcr('PutImage', { repositoryName, imageTag, imageManifest }).catch(
    passOver('ImageAlreadyExistsException'),
  );
  const { images: found } = await callEcr('BatchGetImage', {
    repositoryName,
    imageIds: [{ imageTag }],
  });
  return found[0].imageId.imageDigest;
}

function save(name, image) {
  if (!image) throw new Error(`No such image: ${name}`);
  images[name] = image;
  fs.writeFileSync(imagesFile, JSON.stringify(images));
}

function readMany(given, names) {
  return given.flatMap((arg, index) => {
    if (names.includes(arg)) return [given[index + 1]];
    const inline = names.find(name => arg.startsWith(`${name}=`));
    return inline ? [arg.slice(inline.length + 1)] : [];
  });
}

try {
  if (!commands[command])
    throw new Error(`The sandbox has no command docker ${command}`);
  await commands[command]();
} catch (error) {
  console.error(`ERROR: ${error.message}`);
  process.exitCode = 1;
}
