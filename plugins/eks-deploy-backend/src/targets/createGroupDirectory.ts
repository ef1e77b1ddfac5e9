import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';

const REMEMBERED_MS = 30_000;
const MOST_REMEMBERED = 1_000;

/** Tells which owners the catalog has as Groups. */
export interface GroupDirectory {
  /** Whether the catalog has the entity; the answer may be half a minute old. */
  has(entityRef: string): Promise<boolean>;
}

/**
 * Looks Groups up as the service itself: what a caller may see must not decide what the caller may do.
 *
 * @remarks
 * Answers are remembered for a short time, so that streams that are checked again cost no further catalog call each.
 */
export function createGroupDirectory(deps: {
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  now?: () => number;
}): GroupDirectory {
  const { catalog, auth, now = Date.now } = deps;
  const remembered = new Map<
    string,
    { until: number; answer: Promise<boolean> }
  >();

  async function read(entityRef: string): Promise<boolean> {
    const credentials = await auth.getOwnServiceCredentials();
    return Boolean(await catalog.getEntityByRef(entityRef, { credentials }));
  }

  function remember(entityRef: string, answer: Promise<boolean>): void {
    remembered.delete(entityRef);
    remembered.set(entityRef, { until: now() + REMEMBERED_MS, answer });
    if (remembered.size > MOST_REMEMBERED) {
      // A Map keeps the order in which keys were added: the first is the oldest.
      const [oldest] = remembered.keys();
      remembered.delete(oldest);
    }
  }

  return {
    async has(entityRef) {
      const known = remembered.get(entityRef);
      if (known && known.until > now()) {
        return known.answer;
      }
      const answer = read(entityRef);
      remember(entityRef, answer);
      try {
        return await answer;
      } catch (error) {
        // A catalog that can't be asked says nothing about the Group.
        if (remembered.get(entityRef)?.answer === answer) {
          remembered.delete(entityRef);
        }
        throw error;
      }
    },
  };
}
