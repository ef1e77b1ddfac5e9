import type { Sandbox } from '@eks-deploy/sandbox';
import { eventually } from '../../smoke/eventually';
import type { Hostile } from './Hostile';

const OWNER = 'sandbox';
const NAME = 'attacker';
const TURN = 'example.com/turn';
const LONGEST_TURN_MS = 60_000;

/** A component of the catalog, as its file has it. */
export interface Component {
  apiVersion: string;
  kind: string;
  metadata: { name: string; annotations: Record<string, string> };
  spec: { type: string; lifecycle: string; owner: string };
}

/** What an attacker writes into a component's file; by default what team-chat may. */
export interface Claim {
  owner?: string;
  namespace?: string;
  kubernetesId?: string;
  slug?: string;
  environments?: string;
  annotations?: Record<string, string>;
}

export function aComponent(name: string, claim: Claim = {}): Component {
  const {
    owner = 'group:default/team-chat',
    namespace = 'chat',
    kubernetesId = 'chat',
    slug = 'example-org/chat',
    environments = 'staging,production',
  } = claim;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: {
        'backstage.io/kubernetes-id': kubernetesId,
        'backstage.io/kubernetes-namespace': namespace,
        'github.com/project-slug': slug,
        'eks-deploy/environments': environments,
        ...claim.annotations,
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner },
  };
}

/** A repository that an attacker may write to, and the components that the catalog reads from it. */
export class AttackerRepository {
  readonly slug = `${OWNER}/${NAME}`;
  private readonly registered = new Set<string>();
  private turns = 0;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly github: Sandbox['github'],
    private readonly hostile: Hostile,
  ) {}

  async create(): Promise<void> {
    // There already, where another portal was attacked from it before.
    await this.ask('POST', '/user/repos', { name: NAME, auto_init: true });
  }

  /** One at a time, as each is a commit on the one before. */
  write(path: string, content: string): Promise<void> {
    const written = this.writing.then(() => this.commit(path, content));
    this.writing = written.catch(() => {});
    return written;
  }

  private async commit(path: string, content: string): Promise<void> {
    const file = `/repos/${this.slug}/contents/${path}`;
    const found = await this.ask('GET', file);
    const { sha } = (await found.json()) as { sha?: string };
    const written = await this.ask('PUT', file, {
      message: `Write ${path}`,
      content: Buffer.from(content).toString('base64'),
      branch: 'main',
      ...(found.ok && { sha }),
    });
    if (!written.ok) {
      throw new Error(`${file} answered ${written.status} to a PUT.`);
    }
  }

  /** Writes a catalog file and has the catalog read it; resolves once every component is as it says. */
  async publish(file: string, components: Component[]): Promise<void> {
    const turn = String((this.turns += 1));
    const documents = components.map(component => ({
      ...component,
      metadata: {
        ...component.metadata,
        annotations: { ...component.metadata.annotations, [TURN]: turn },
      },
    }));
    await this.write(
      file,
      documents.map(document => JSON.stringify(document)).join('\n---\n'),
    );
    await this.read(file, components[0].metadata.name);
    const names = components.map(({ metadata }) => metadata.name);
    await eventually(
      `the catalog's turn ${turn} of ${names.slice(0, 3)}`,
      () => this.isAt(turn, names),
      LONGEST_TURN_MS,
    );
  }

  private async read(file: string, name: string): Promise<void> {
    if (this.registered.has(file)) {
      await this.hostile.send({
        method: 'POST',
        path: '/api/catalog/refresh',
        body: { entityRef: `component:default/${name}` },
      });
      return;
    }
    const { status, text } = await this.hostile.send({
      method: 'POST',
      path: '/api/catalog/locations',
      body: {
        type: 'url',
        target: `${this.github.url}/${this.slug}/blob/main/${file}`,
      },
    });
    if (status !== 201) {
      throw new Error(`The catalog answered ${status} to ${file}: ${text}`);
    }
    this.registered.add(file);
  }

  private async isAt(turn: string, names: string[]): Promise<boolean> {
    const { text } = await this.hostile.send({
      method: 'POST',
      path: '/api/catalog/entities/by-refs',
      body: {
        entityRefs: names.map(name => `component:default/${name}`),
        fields: ['metadata.annotations'],
      },
    });
    const { items } = JSON.parse(text) as { items: Array<Component | null> };
    return items.every(item => item?.metadata.annotations[TURN] === turn);
  }

  private ask(method: string, path: string, body?: object): Promise<Response> {
    return fetch(`${this.github.apiUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.github.token}`,
        'content-type': 'application/json',
      },
      body: body && JSON.stringify(body),
    });
  }
}
