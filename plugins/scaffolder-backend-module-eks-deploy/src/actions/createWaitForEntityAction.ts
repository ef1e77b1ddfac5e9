import { stringifyEntityRef, parseEntityRef } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { examples } from './createWaitForEntityAction.examples';

const INTERVAL_MS = 1_000;
const DEFAULT_TIMEOUT_SECONDS = 120;

/**
 * `eks-deploy:catalog:wait`: waits until the catalog has processed an entity, so that links to its page work.
 *
 * `catalog:register` ends as soon as the location is stored; the entity comes later. An entity that doesn't come in time
 * doesn't fail the task: what the steps before have created stays, and could not be created again.
 *
 * @param options - `catalog` is asked as the user who runs the template
 */
export const createWaitForEntityAction = ({
  catalog,
}: {
  catalog: Pick<CatalogService, 'getEntityByRef'>;
}) =>
  createTemplateAction({
    id: 'eks-deploy:catalog:wait',
    description: 'Waits until an entity is in the catalog, up to a limit.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z =>
          z.string({ description: 'Such as component:default/chat' }),
        timeoutSeconds: z =>
          z
            .number({
              description: `How long to wait at most; ${DEFAULT_TIMEOUT_SECONDS} seconds by default`,
            })
            .int()
            .min(1)
            .max(3_600)
            .optional(),
      },
      output: {
        found: z =>
          z.boolean({
            description: 'Whether the entity is in the catalog',
          }),
      },
    },
    async handler(ctx) {
      const entityRef = stringifyEntityRef(parseEntityRef(ctx.input.entityRef));
      if (ctx.isDryRun) {
        ctx.logger.info(`A dry run doesn't wait for ${entityRef}`);
        ctx.output('found', true);
        return;
      }
      const { timeoutSeconds = DEFAULT_TIMEOUT_SECONDS } = ctx.input;
      const deadline = Date.now() + timeoutSeconds * 1_000;
      const credentials = await ctx.getInitiatorCredentials();

      // The catalog may be restarting; a later answer counts.
      const isThere = async () => {
        try {
          return Boolean(
            await catalog.getEntityByRef(entityRef, { credentials }),
          );
        } catch (error) {
          ctx.logger.warn(
            `The catalog could not be asked for ${entityRef}`,
            toError(error),
          );
          return false;
        }
      };

      while (!(await isThere())) {
        ctx.signal?.throwIfAborted();
        if (Date.now() + INTERVAL_MS > deadline) {
          ctx.logger.warn(
            `${entityRef} is not in the catalog after ${timeoutSeconds} s. It is registered and comes once the catalog has processed it: look for it in the catalog in a few minutes. If it does not come, ask the portal's operator to look for it in the catalog's log.`,
          );
          ctx.output('found', false);
          return;
        }
        await new Promise(resolve => setTimeout(resolve, INTERVAL_MS));
      }
      ctx.logger.info(`${entityRef} is in the catalog`);
      ctx.output('found', true);
    },
  });
