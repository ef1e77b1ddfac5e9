/** What a part of the bench, a process of its own, can be asked for: by name, each with one argument, plain data both ways. */
export type Calls = Record<string, (argument: never) => Promise<unknown>>;

/** A call on its way to a part. */
export interface CallMessage {
  id: number;
  name: string;
  argument: unknown;
}

/** Its answer; `error` holds what went wrong. */
export interface AnswerMessage {
  id: number;
  result?: unknown;
  error?: string;
}

/** What a process has used so far. */
export interface Usage {
  /** User and system time, in seconds. */
  cpuSeconds: number;
  rssBytes: number;
}

/** Every part answers these. */
export interface CommonCalls {
  usage(argument: void): Promise<Usage>;
  /** Bytes of the heap that are in use, after a full garbage collection. */
  heap(argument: void): Promise<number>;
}
