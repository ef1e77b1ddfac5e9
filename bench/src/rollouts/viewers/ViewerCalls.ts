import type { BenchEntity, SideName } from '../backend/BackendCalls';

/** A viewer saw that a marker, or a later one, has arrived. */
export interface Sighting {
  viewer: number;
  entity: string;
  cluster: string;
  marker: number;
  /** By `nowMs`. */
  at: number;
}

/** How long a viewer waited for its first data. */
export interface FirstData {
  viewer: number;
  entity: string;
  /** By `nowMs`. */
  openedAt: number;
  /** Absent while it waits. */
  ms?: number;
}

/** Bytes that came to all viewers so far. */
export interface ViewerBytes {
  /** As the viewer's code reads them. */
  raw: number;
  /** As they came over the sockets, with headers, compressed where they were. */
  wire: number;
}

/** What a viewer knows of a Deployment in the end, in the words of Kubernetes. */
export interface SeenDeployment {
  uid: string;
  revision: number;
  marker: string;
  images: string[];
  desired: number;
  updated: number;
  ready: number;
  available: number;
}

export interface FinalState {
  viewer: number;
  entity: string;
  /** By cluster. */
  deployments: Record<string, SeenDeployment[]>;
}

/** All viewers of one side, each the real hook of that side's frontend in a component that shows nothing. */
export type ViewerCalls = {
  connect(argument: {
    side: SideName;
    backendUrl: string;
    token: string;
  }): Promise<void>;
  open(argument: { viewer: number; entity: BenchEntity }): Promise<void>;
  /** One that comes, waits for its first data and leaves; milliseconds, or undefined if there were none in half a minute. */
  visit(argument: { entity: BenchEntity }): Promise<number | undefined>;
  /** Of all open viewers. */
  firstData(argument: void): Promise<FirstData[]>;
  /** Since the last call. */
  takeSightings(argument: void): Promise<Sighting[]>;
  bytes(argument: void): Promise<ViewerBytes>;
  finalStates(argument: void): Promise<FinalState[]>;
};
