import type { Sandbox } from '@eks-deploy/sandbox';
import type { AttackedCluster } from './world/AttackedCluster';
import type { AttackerRepository } from './world/AttackerRepository';
import type { FakeCluster } from './world/FakeCluster';
import type { Hostile } from './world/Hostile';
import type { PortalUnderAttack } from './world/startPortal';
import type { Recorder } from './world/recordWrites';

/** What a portal's records are kept in. */
export type Database = 'SQLite' | 'PostgreSQL';

/** A portal with everything around it that an attacker can reach, and what shows whether an attack succeeded. */
export interface Scene {
  database: Database;
  portal: PortalUnderAttack;
  /** Sends requests as `user:default/guest` of team-chat, and counts them. */
  hostile: Hostile;
  /** The attacker's own repository, from which the catalog reads components. */
  repository: AttackerRepository;
  /** Two clusters of the sandbox that run chat and orders. */
  clusters: Record<'staging' | 'production', AttackedCluster>;
  /** A cluster that answers whatever it is given; its Environment is `fake`. */
  fake: FakeCluster;
  /** What the portal wrote to GitHub, and what stands in its way. */
  github: Recorder;
  sandbox: Sandbox;
  /** Folder of the run, for files that an attack needs. */
  folder: string;
  /** Makes the database fail until the returned function is called. */
  breakDatabase(): Promise<() => Promise<void>>;
}
