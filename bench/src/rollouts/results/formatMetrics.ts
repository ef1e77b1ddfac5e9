import type { Metric } from './Metric';

const HEADINGS = [
  ...['', 'ours', 'range', 'peer', 'ratio', 'spread'],
  ...['goal', '', 'unit'],
];
/** Numbers stand below each other. */
const NUMBERS = HEADINGS.slice(1, 6);

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
          NUMBERS.includes(HEADINGS[column])
            ? cell.padStart(widths[column])
            : cell.padEnd(widths[column]),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function toCells([name, metric]: [string, Metric]): string[] {
  const { ours, range, peer, ratio, spread, goal, met, unit } = metric;
  return [
    name,
    formatNumber(ours),
    formatRange(range),
    formatNumber(peer),
    ratio === null ? '–' : `${formatNumber(ratio)}×`,
    formatRange(spread),
    goal ?? '',
    met === null ? '' : formatVerdict(met),
    unit,
  ];
}

function formatVerdict(met: boolean): string {
  return met ? '✓' : '✗';
}

function formatRange(range: Metric['range']): string {
  return range === null ? '–' : range.map(formatNumber).join('–');
}

function formatNumber(value: number | null): string {
  return value === null ? '–' : value.toLocaleString('en-US');
}
