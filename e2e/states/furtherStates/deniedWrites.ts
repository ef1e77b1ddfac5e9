import { freePort } from '@eks-deploy/control-plane';
import { Rollout } from '../../cluster-contract/Rollout';
import { release } from '../../record/release';
import { expectEqual } from '../../smoke/expectEqual';
import { addPolicy, addWebhook, type Refused } from '../admission';
import type { Case } from '../Case';
import { holdVerdict } from '../holdVerdict';
import type { CommandAnswer, PortalScene } from '../PortalScene';
import { startWebhook } from '../startWebhook';

const REASON = 'release 1 has a known hole';
const WEBHOOK = 'policy.example.com';

const changes: Refused = { plural: 'deployments', operations: ['UPDATE'] };

/** What the portal's own changes are refused for, by others than RBAC. */
export const deniedWrites: Case[] = [
  byPolicy('Invalid'),
  byPolicy('Forbidden'),
  {
    name: 'rollback-denied-by-webhook',
    departs: { sandbox: 'the sandbox calls no admission webhooks' },
    async bringAbout(scene) {
      await (await release(scene, 'example.com/chat:2')).complete();
      const { url, ca } = await startWebhook(REASON);
      await addWebhook(scene, changes, {
        name: WEBHOOK,
        clientConfig: { url, caBundle: Buffer.from(ca).toString('base64') },
      });
    },
    hold: scene =>
      holdDenied(scene, () => scene.rollBack(2, 1), {
        status: 422,
        named: [WEBHOOK, REASON],
      }),
  },
  {
    name: 'restart-without-webhook',
    departs: { sandbox: 'the sandbox calls no admission webhooks' },
    async bringAbout(scene) {
      await (await release(scene, 'example.com/chat:2')).complete();
      await addWebhook(scene, changes, {
        name: WEBHOOK,
        clientConfig: { url: `https://127.0.0.1:${await freePort()}/` },
      });
    },
    hold: scene =>
      holdDenied(scene, () => scene.restart(2), {
        status: 503,
        named: [WEBHOOK, "the cluster's fault", 'connection refused'],
      }),
  },
];

function byPolicy(reason: 'Invalid' | 'Forbidden'): Case {
  const name = `rollback-denied-${reason.toLowerCase()}`;
  return {
    name,
    departs: { sandbox: 'the sandbox evaluates no admission policies' },
    async bringAbout(scene) {
      await (await release(scene, 'example.com/chat:2')).complete();
      await addPolicy(scene, changes, {
        name,
        validation: {
          expression:
            "!object.spec.template.spec.containers.exists(c, c.image.endsWith(':1'))",
          message: REASON,
          reason,
        },
      });
    },
    hold: scene =>
      holdDenied(scene, () => scene.rollBack(2, 1), {
        status: 422,
        named: [name, REASON],
      }),
  };
}

/** Holds that answer and record name who denied the change, and that nothing was changed. */
async function holdDenied(
  scene: PortalScene,
  command: () => Promise<CommandAnswer>,
  expected: { status: number; named: string[] },
) {
  const before = await Rollout.of(scene).read();
  const { status, refusal = '' } = await command();
  expectEqual(status, expected.status, `: ${refusal}`);
  const record = await scene.readLastRecord();
  expectEqual(record?.status, 'failed', `: ${record?.message}`);
  for (const text of [refusal, record?.message ?? '']) {
    const missing = expected.named.filter(name => !text.includes(name));
    if (missing.length > 0 || text.includes('RBAC')) {
      throw new Error(`${missing.join(', ')} not named by "${text}"`);
    }
  }
  const { metadata } = await Rollout.of(scene).read();
  expectEqual(
    metadata.generation,
    before.metadata.generation,
    'is the generation',
  );
  const finding = await holdVerdict(scene, { is: 'complete' });
  return { ...finding, said: `${status}: ${refusal}` };
}
