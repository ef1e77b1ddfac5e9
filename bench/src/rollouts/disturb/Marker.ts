/** A write whose way to the viewers is timed. */
export interface Marker {
  marker: number;
  entity: string;
  /** The window that it was written in. */
  window: string;
  /** Before the request was sent, by `nowMs`. */
  sentAt: number;
  /** When the API server's answer was there. */
  answeredAt: number;
}
