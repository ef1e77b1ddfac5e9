import { setTimeout as sleep } from 'node:timers/promises';
import { deploymentSubject } from '../record/Subject';
import { findDifference, type Look } from './findDifference';
import type { Finding } from './Finding';
import type { PortalScene } from './PortalScene';
import type { ExpectedVerdict } from './verdicts';

/** How long what is told has to stay the same. */
const STANDS_MS = 1_000;
/** The portal has to hear of the state first; it is looked at again until then. */
const PATIENCE_MS = 60_000;

/**
 * Waits until portal, open tab and kubectl tell of the Rollout what is expected, and still do so a second later.
 *
 * @throws Error that says who told what else.
 */
export async function holdVerdict(
  scene: PortalScene,
  expected: ExpectedVerdict,
): Promise<Finding> {
  const deadline = Date.now() + PATIENCE_MS;
  const differences = new Set<string>();
  for (;;) {
    const look = await lookAt(scene);
    const difference = findDifference(look, expected);
    if (!difference) {
      return { verdict: expected, kubectl: look.kubectl };
    }
    differences.add(difference);
    if (Date.now() > deadline) {
      throw new Error([...differences].join('; then '));
    }
    await sleep(300);
  }
}

/** Waits until the portal tells that this Revision is rolled out, and holds everyone to it. */
export async function holdCompleteAt(
  scene: PortalScene,
  revision: number,
): Promise<Finding> {
  await scene.eventually(
    `the portal tells of revision ${revision}`,
    async () => {
      const { rollout } = await scene.askPortal();
      return (
        rollout?.revision === revision && rollout.status.phase === 'complete'
      );
    },
  );
  return holdVerdict(scene, { is: 'complete' });
}

async function lookAt(scene: PortalScene): Promise<Look> {
  const tell = async () => [
    { by: 'The portal', ...(await scene.askPortal()) },
    { by: 'The open tab', ...scene.tab },
  ];
  const since = Date.now();
  const before = await tell();
  const { stdout, stderr } = await deploymentSubject.judge(scene);
  await sleep(Math.max(0, since + STANDS_MS - Date.now()));
  return {
    told: [...before, ...(await tell())],
    kubectl: (stdout || stderr).trim(),
  };
}
