/** A cluster that the contract is held against. */
export interface ClusterUnderTest {
  /** Column of the table, e.g. `sandbox`. */
  name: string;
  url: string;
  /** The CA that signed the server's certificate, PEM. */
  ca: string;
  /** A bearer token that may do everything. */
  token: string;
  /** A bearer token that may get, list and watch. */
  readOnlyToken: string;
  kubeconfig: string;
  /** Whether a pod turns out as its image's tag says. */
  simulatesPods: boolean;
  /** What the names of the behaviours' namespaces begin with. */
  namespacePrefix: string;
  stop(): Promise<void>;
}
