import type { Scene } from '../cluster-contract/Scene';

/** A state of a rollout, brought about on a real control plane. */
export interface State {
  /** Also of the fixture's file. */
  name: string;
  /** Settles once the state is there and stays for a while. */
  bringAbout(scene: Scene): Promise<void>;
  /** Goes on once the kubelets of all nodes stand still, for a state that they would not let be. */
  goOnWithoutKubelets?(scene: Scene): Promise<void>;
  /** Goes on once the controllers stand still too, for a state that they would end at once. */
  goOnWithoutControllers?(scene: Scene): Promise<void>;
}
