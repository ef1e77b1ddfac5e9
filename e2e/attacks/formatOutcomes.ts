import { markOf, type Outcome } from './runAttacks';

const MB = 1024 ** 2;
const LONGEST_CELL = 600;
const HEAD = [
  ...['', 'finding', 'what the attacker wants', 'portal', 'inputs'],
  ...['must be answered', 'was answered', 'successes'],
];

/** Outcomes as a table of Markdown, one row for each attack. */
export function formatOutcomes(outcomes: Outcome[]): string {
  return [HEAD, HEAD.map(() => '---'), ...outcomes.map(toCells)]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** Sums and maxima of all of them. */
export function formatSums(outcomes: Outcome[]): string {
  const sum = (of: (outcome: Outcome) => number) =>
    outcomes.reduce((total, outcome) => total + of(outcome), 0);
  const most = (of: 'heap' | 'rss' | 'delayMs') =>
    Math.max(0, ...outcomes.map(({ load }) => load?.[of] ?? 0));
  return [
    `hostile inputs: ${sum(({ inputs }) => inputs)}`,
    `successes: ${sum(({ result }) => result?.successes.length ?? 0)}`,
    `answers of 500: ${sum(({ serverErrors }) => serverErrors)}`,
    `most heap: ${Math.round(most('heap') / MB)} MB`,
    `most resident: ${Math.round(most('rss') / MB)} MB`,
    `longest event-loop delay: ${Math.round(most('delayMs'))} ms`,
  ].join('\n');
}

function toCells(outcome: Outcome): string[] {
  const { attack, portal, inputs, result, failure, missing } = outcome;
  const answered = missing
    ? `left out: ${missing}`
    : failure?.message ?? result?.answered ?? '';
  const successes = [
    ...(result?.successes ?? []),
    ...(outcome.serverErrors > 0
      ? [`${outcome.serverErrors} answers of 500`]
      : []),
  ];
  return [
    ...[markOf(outcome), attack.finding, attack.name, portal, `${inputs}`],
    ...[attack.expected, oneLine(answered), oneLine(successes.join('; '))],
  ];
}

function oneLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replaceAll('|', '\\|')
    .slice(0, LONGEST_CELL);
}
