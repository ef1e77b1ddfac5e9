import type { State } from '../record/State';
import type { Environment } from './environments';
import type { Finding } from './Finding';
import type { PortalScene } from './PortalScene';

/** A state that a portal is held to while it is there. */
export interface Case extends State {
  /** Clusters that know nothing of what it takes, and why; it is not counted there. */
  departs?: Partial<Record<Environment, string>>;
  /** Fails, by throwing, if the portal tells anything else of it. */
  hold(scene: PortalScene): Promise<Finding>;
}
