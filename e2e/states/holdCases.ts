import type { HaltableCluster } from '../cluster-contract/HaltableCluster';
import { bringAboutAll } from '../record/bringAboutAll';
import type { RunReport } from '../contract/RunReport';
import type { Case } from './Case';
import type { Environment } from './environments';
import type { Outcome } from './Finding';
import { PortalScene, type SignedIn } from './PortalScene';

/** Most of a state's time is waiting. */
const AT_ONCE = 10;

/** Brings about every case in one cluster, and holds a portal to it; outcomes in the order of the cases. */
export async function holdCases(
  cases: Case[],
  environment: { name: Environment; cluster: HaltableCluster },
  portal: SignedIn,
  report: RunReport,
): Promise<Outcome[]> {
  const outcomes = new Map<string, Outcome>();
  const { name: cluster } = environment;
  const nameOf = (state: string) => `${state} in ${cluster}`;
  const conclude = (state: string, outcome: Partial<Outcome>) => {
    outcomes.set(state, { state, cluster, ...outcome });
  };
  for (const { name: state, departs = {} } of cases) {
    if (departs[cluster]) {
      conclude(state, { departs: departs[cluster] });
    }
  }
  const shown = cases.filter(({ name: state }) => !outcomes.has(state));
  const scenes: PortalScene[] = [];
  try {
    await bringAboutAll(shown, {
      atOnce: AT_ONCE,
      halt: environment.cluster,
      async open({ name: state }) {
        const scene = new PortalScene(
          { cluster: environment.cluster, environment: cluster, state },
          portal,
        );
        scenes.push(scene);
        report.begin(nameOf(state));
        await scene.open();
        return scene;
      },
      async visit(one, scene) {
        const finding = await one.hold(scene);
        if (scene.viewer.breaches.length > 0) {
          throw new Error(scene.viewer.breaches.slice(0, 5).join('; '));
        }
        scene.viewer.close();
        conclude(one.name, { finding });
        report.end(nameOf(one.name), 'passed');
      },
      onFailure({ name: state }, error) {
        report.end(nameOf(state), 'failed');
        conclude(state, {
          failure: error instanceof Error ? error : new Error(`${error}`),
        });
      },
    });
  } finally {
    scenes.forEach(({ viewer }) => viewer.close());
  }
  return cases.flatMap(({ name }) => outcomes.get(name) ?? []);
}
