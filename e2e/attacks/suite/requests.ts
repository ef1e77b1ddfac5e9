import type { DeploymentRecord } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { Answer, Hostile } from '../world/Hostile';

const API = '/api/eks-deploy';
const MOST_PAGES = 20;

export function entityPath(component: string): string {
  return `${API}/entities/component/default/${component}`;
}

export function workloadPath(
  component: string,
  environment: string,
  workload: string,
): string {
  return `${entityPath(
    component,
  )}/environments/${environment}/workloads/${workload}`;
}

/** Number of the Revision that is current, as anybody may read it. */
export async function readRevision(
  hostile: Hostile,
  component: string,
  environment: string,
  workload: string,
): Promise<number> {
  const { status, text } = await hostile.send({
    path: `${workloadPath(component, environment, workload)}/revisions`,
  });
  if (status !== 200) {
    throw new Error(`The Revisions of ${workload} were answered ${status}.`);
  }
  const { items } = JSON.parse(text) as {
    items: Array<{ number: number; current: boolean }>;
  };
  const current = items.find(item => item.current);
  if (!current) {
    throw new Error(`${workload} has no current Revision in ${environment}.`);
  }
  return current.number;
}

/** All records that an entity's page can show, newest first. */
export async function readRecords(
  hostile: Hostile,
  component: string,
): Promise<DeploymentRecord[]> {
  const all: DeploymentRecord[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { status, text } = await hostile.send({
      path: `${entityPath(component)}/records?limit=100${
        cursor ? `&cursor=${cursor}` : ''
      }`,
    });
    if (status !== 200) {
      throw new Error(`The records of ${component} were answered ${status}.`);
    }
    const { items, nextCursor } = JSON.parse(text) as {
      items: DeploymentRecord[];
      nextCursor?: string;
    };
    all.push(...items);
    cursor = nextCursor;
    if (cursor === undefined) {
      break;
    }
  }
  return all;
}

/** The message of an error, or the beginning of whatever else was answered. */
export function messageOf({ text }: Pick<Answer, 'text'>): string {
  try {
    const { error } = JSON.parse(text) as { error?: { message?: string } };
    return error?.message ?? text.slice(0, 200);
  } catch {
    return text.slice(0, 200);
  }
}

/** How often each status was answered, e.g. `403 ×12, 404 ×3`. */
export class Statuses {
  private readonly counts = new Map<number, number>();

  add(status: number): void {
    this.counts.set(status, (this.counts.get(status) ?? 0) + 1);
  }

  get(status: number): number {
    return this.counts.get(status) ?? 0;
  }

  /** Of all from that one on. */
  countFrom(least: number): number {
    return [...this.counts].reduce(
      (sum, [status, count]) => sum + (status >= least ? count : 0),
      0,
    );
  }

  toString(): string {
    return [...this.counts]
      .sort(([a], [b]) => a - b)
      .map(([status, count]) => `${status} ×${count}`)
      .join(', ');
  }
}
