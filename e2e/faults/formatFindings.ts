import type { Found } from './Found';
import type { Outcome } from './holdFaults';

/** How soon, in milliseconds, 99 of 100 viewers are to be live again after a fault. */
export const GOAL_MS = 2_000;

const HEAD = [
  '',
  'fault',
  'kept nevertheless',
  'what the viewer was told',
  'live again: p50 / p99',
  'goal',
];

/** Outcomes as a table of Markdown, one row for each fault. */
export function formatFindings(outcomes: Outcome[]): string {
  return [HEAD, HEAD.map(() => '---'), ...outcomes.map(toRow)]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function toRow({ fault, found, failure, missing }: Outcome): string[] {
  const { name, keeps } = fault;
  if (!found) {
    const why = missing ? `left out: ${missing}` : failure?.message ?? '';
    return [missing ? '–' : '✗', name, keeps, oneLine(why), '', ''];
  }
  const p99 = getPercentile(found.recoveryMs, 99);
  return [
    '✓',
    name,
    keeps,
    oneLine(formatTold(found)),
    `${getPercentile(found.recoveryMs, 50)} / ${p99} ms, ${
      found.recoveryMs.length
    }×${formatGrowth(found)}`,
    p99 <= GOAL_MS ? 'met' : 'not met',
  ];
}

/** Each sentence once, whatever kind it is about. */
function formatTold({ told, note }: Found): string {
  const sentences = told.map(said => said.replace(/ \/apis?\/[^ :]+/g, ' …'));
  return (
    [...new Set(sentences)].join(' → ') +
    (note === undefined ? '' : ` (${note})`)
  );
}

function formatGrowth({ grownBy }: Found): string {
  return grownBy === undefined
    ? ''
    : `; +${Math.round(grownBy / 1024 ** 2)} MB`;
}

/** The smallest value that so many percent of all are not above; of few values the 99th is the greatest. */
export function getPercentile(values: number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
}

function oneLine(text: string): string {
  return text.split('\n')[0].replaceAll('|', '\\|').slice(0, 600);
}
