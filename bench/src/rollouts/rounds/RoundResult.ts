import type { Cost } from '../side/Cost';

/** What one round found of one side. */
export interface RoundResult {
  /** With one viewer for each entity, nothing going on. */
  idleOfFew: Cost;
  /** While the viewers after the first of each entity come, nothing else going on. */
  arriving: Cost;
  /** With all viewers, nothing going on. */
  idle: Cost;
  rolling: Cost;
  events: Cost;
  /** How many events a second there were. */
  eventRate: number;
  /** CPU seconds a minute of the API server while nobody looks; undefined where it can't be told. */
  apiServerBaseline?: number;
  /** Milliseconds of the first viewer of each entity, and of visitors later. */
  firstDataCold: number[];
  firstDataWarm: number[];
  /** Viewers and visitors that had no data in time. */
  withoutData: number;
  /** Milliseconds from before the write, by window. */
  latencies: { quiet: number[]; rolling: number[]; events: number[] };
  /** Milliseconds of the writes alone. */
  writes: number[];
  /** Markers that never came to a viewer. */
  missed: number;
  /** Viewers whose final state is that of a fresh LIST. */
  equalViewers: number;
  viewers: number;
  /** That they look at. */
  entities: number;
}
