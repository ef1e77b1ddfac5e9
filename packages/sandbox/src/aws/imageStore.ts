import { createHash } from 'node:crypto';
import path from 'node:path';
import { JsonFile } from '../state/jsonFile';
import { parseImageReference } from './reference';

/** An image manifest in the sandbox's ECR. */
export interface StoredImage {
  repository: string;
  digest: string;
  tags: string[];
  pushedAt: string;
  manifest: string;
}

/** What a repository says of itself. */
export interface RepositorySettings {
  tagMutability: 'MUTABLE' | 'IMMUTABLE';
  createdAt: string;
}

/** The sandbox's ECR: which repositories and images exist, kept in two JSON files. */
export class ImageStore {
  readonly #file: JsonFile<Record<string, StoredImage[]>>;
  readonly #settings: JsonFile<Record<string, RepositorySettings>>;

  constructor(
    stateDir: string,
    /** The registry this store answers for, e.g. `123456789012.dkr.ecr.eu-west-1.amazonaws.com`. */
    readonly registry: string,
  ) {
    this.#file = new JsonFile(path.join(stateDir, 'images.json'), {});
    this.#settings = new JsonFile(path.join(stateDir, 'repositories.json'), {});
  }

  /** Whether a kubelet could pull this; images of other registries always can be. */
  has(reference: string): boolean {
    const image = parseImageReference(reference);
    if (!image) return false;
    if (image.registry !== this.registry) return true;
    return this.list(image.repository).some(stored =>
      image.digest
        ? stored.digest === image.digest
        : stored.tags.includes(image.tag ?? 'latest'),
    );
  }

  /** Stores an image and answers its digest; the tag moves away from an older image. */
  push(repository: string, tag: string, content = `${repository}:${tag}`) {
    return this.putManifest(repository, tag, createManifest(content)).digest;
  }

  /** As {@link ImageStore.push}; the repository comes to be by its first image. */
  putManifest(repository: string, tag: string | undefined, manifest: string) {
    this.createRepository(repository);
    const digest = `sha256:${sha256(manifest)}`;
    const images = this.#repositories[repository];
    if (tag) {
      for (const image of images) {
        image.tags = image.tags.filter(other => other !== tag);
      }
    }
    let image = images.find(stored => stored.digest === digest);
    if (!image) {
      const pushedAt = new Date().toISOString();
      image = { repository, digest, tags: [], pushedAt, manifest };
      images.push(image);
    }
    if (tag) image.tags.push(tag);
    this.#file.save();
    return image;
  }

  /** Does nothing to a repository that is there. */
  createRepository(
    repository: string,
    tagMutability: RepositorySettings['tagMutability'] = 'MUTABLE',
  ) {
    if (this.hasRepository(repository)) return;
    const createdAt = new Date().toISOString();
    this.#settings.value[repository] = { tagMutability, createdAt };
    this.#settings.save();
    this.#repositories[repository] = [];
    this.#file.save();
  }

  settings(repository: string): RepositorySettings {
    return (
      this.#settings.value[repository] ?? {
        tagMutability: 'MUTABLE',
        createdAt: new Date(0).toISOString(),
      }
    );
  }

  hasRepository(repository: string): boolean {
    return Object.hasOwn(this.#repositories, repository);
  }

  repositories(): string[] {
    return Object.keys(this.#repositories).sort();
  }

  /** The images of one repository, or of all, oldest first. */
  list(repository?: string): StoredImage[] {
    return repository === undefined
      ? Object.values(this.#repositories).flat()
      : this.#repositories[repository] ?? [];
  }

  get #repositories() {
    return this.#file.value;
  }
}

function createManifest(content: string): string {
  return JSON.stringify({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: {
      mediaType: 'application/vnd.oci.image.config.v1+json',
      digest: `sha256:${sha256(content)}`,
      size: content.length,
    },
    layers: [],
  });
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
