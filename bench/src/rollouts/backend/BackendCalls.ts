/** Whose backend it is. */
export type SideName = 'ours' | 'peer';

/** A component of the catalog and where its Workload runs. */
export interface BenchEntity {
  name: string;
  namespace: string;
}

/** A cluster of the Kubernetes plugin's configuration; for ours an Environment of the same name is on it. */
export interface BenchCluster {
  name: string;
  url: string;
  caFile: string;
  token: string;
}

export interface BackendSettings {
  side: SideName;
  /** On 127.0.0.1. */
  port: number;
  /** What viewers sign in with. */
  viewerToken: string;
  clusters: BenchCluster[];
  entities: BenchEntity[];
}

/** A portal's backend of one side. */
export type BackendCalls = {
  start(settings: BackendSettings): Promise<{ url: string }>;
};
