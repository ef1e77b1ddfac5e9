/** What passed so far between one side and one cluster. */
export interface Traffic {
  /** Requests, a WATCH counting as one. */
  calls: number;
  /** Of those, how many opened a WATCH. */
  watches: number;
  /** Of the calls, those that go on with a WATCH that the server ended, or ask again for what was refused. */
  again: number;
  /** Bytes of bodies that the API server sent, as they came: compressed where they were. */
  bytes: number;
  /** The `timeoutSeconds` of each WATCH that is open: it is asked for anew so often. */
  openWatches: number[];
}

/** The pass-through in front of the API server, which counts for each side. */
export type PassThroughCalls = {
  /** Opens a listener of each name; all lead to the same API server. */
  open(argument: {
    upstream: { url: string; ca: string };
    names: string[];
  }): Promise<{
    /** The CA of the listeners' certificate, PEM. */
    ca: string;
    urls: Record<string, string>;
  }>;
  read(argument: { name: string }): Promise<Traffic>;
  /** From now on nothing passes, and nobody is told. */
  hold(argument: { name: string }): Promise<void>;
  /** What was held is cut off; what comes from now on passes. */
  release(argument: { name: string }): Promise<void>;
};
