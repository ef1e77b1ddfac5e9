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
  stop(): Promise<void>;
}
