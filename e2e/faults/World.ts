import type { ControlPlane } from '@eks-deploy/control-plane';
import type { FaultyPortal } from './portal/startPortal';

/** What every fault is brought about in. */
export interface World {
  controlPlane: ControlPlane;
  /** Keys, data and logs of the control plane. */
  stateDir: string;
  /** The portal that is looked at, which reaches each cluster through a proxy. */
  portal: FaultyPortal;
  /** A second one that reaches the API server straight; on PostgreSQL the first one's replica. */
  straight: FaultyPortal;
  /** Whether both portals keep their records in one database. */
  sharesDatabase: boolean;
  /** Why connections can't be lost without a word on this machine, if so. */
  relayMissing?: string;
}
