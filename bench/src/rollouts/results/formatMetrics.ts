import type { Metric } from './Metric';

const HEADINGS = ['', 'ours', 'peer', 'ratio', 'spread', 'goal', '', 'unit'];

/** Metrics down, and what is known of each across. */
export function formatMetrics(metrics: Record<string, Metric>): string {
  const rows = [HEADINGS, ...Object.entries(metrics).map(toCells)];
  const widths = HEADINGS.map((_, column) =>
    Math.max(...rows.map(cells => cells[column].length)),
  );
  return rows
    .map(cells =>
      cells
        .map((cell, column) =>
          // Numbers stand below each other.
          column > 0 && column < 5
            ? cell.padStart(widths[column])
            : cell.padEnd(widths[column]),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function toCells([name, metric]: [string, Metric]): string[] {
  const { ours, peer, ratio, spread, goal, met, unit } = metric;
  return [
    name,
    formatNumber(ours),
    formatNumber(peer),
    ratio === null ? '–' : `${formatNumber(ratio)}×`,
    spread === null ? '–' : spread.map(formatNumber).join('–'),
    goal ?? '',
    met === null ? '' : formatVerdict(met),
    unit,
  ];
}

function formatVerdict(met: boolean): string {
  return met ? '✓' : '✗';
}

function formatNumber(value: number | null): string {
  return value === null ? '–' : value.toLocaleString('en-US');
}
