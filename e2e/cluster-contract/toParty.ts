import { MissingGoError } from '@eks-deploy/control-plane';
import { MissingPartyError, type StartedParty } from '../contract/runContract';
import { behavioursOfPods } from './behaviours';
import type { ClusterUnderTest } from './ClusterUnderTest';
import { openNamespace } from './openNamespace';
import { Scene } from './Scene';

/** A cluster as a party to the contract: each behaviour gets a namespace of its own. */
export async function toParty(
  starting: Promise<ClusterUnderTest>,
): Promise<StartedParty<Scene>> {
  const cluster = await starting.catch(error => {
    throw error instanceof MissingGoError
      ? new MissingPartyError(error.message)
      : error;
  });
  return {
    async open(index) {
      const name = `${cluster.namespacePrefix}-${index + 1}`;
      const scene = new Scene(cluster, name);
      await openNamespace(scene);
      return scene;
    },
    lacks: cluster.simulatesPods
      ? []
      : behavioursOfPods.map(({ name }) => name),
    stop: () => cluster.stop(),
  };
}
