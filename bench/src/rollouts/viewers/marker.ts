/** The annotation that both sides show, and that nobody else writes meanwhile. */
export const MARKER_ANNOTATION = 'kubernetes.io/change-cause';

export function formatMarker(marker: number): string {
  return `marker-${marker}`;
}

/** 0 for what is no marker. */
export function parseMarker(text: string | undefined): number {
  return Number(/^marker-(\d+)$/.exec(text ?? '')?.[1] ?? 0);
}
