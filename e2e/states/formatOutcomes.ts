import type { Outcome } from './Finding';
import { findRow } from './rows';

const HEAD = [
  '',
  '#',
  'state',
  'cluster',
  'phase or step',
  'cause',
  'note',
  'kubectl, and what else was said',
];

/** Outcomes as a table of Markdown, in the order of the table of states. */
export function formatOutcomes(outcomes: Outcome[]): string {
  const number = ({ state }: Outcome) => findRow(state)?.number ?? 0;
  const sorted = [...outcomes].sort(
    (a, b) => number(a) - number(b) || a.state.localeCompare(b.state),
  );
  return [HEAD, HEAD.map(() => '---'), ...sorted.map(toCells)]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function toCells({
  state,
  cluster,
  finding,
  failure,
  missing,
  departs,
}: Outcome): string[] {
  const of = [`${findRow(state)?.number ?? ''}`, state, cluster];
  if (!finding) {
    const mark = failure ? '✗' : '–';
    const why = failure?.message ?? departs ?? `left out: ${missing}`;
    return [mark, ...of, '', '', '', oneLine(why)];
  }
  const { verdict, kubectl, said } = finding;
  return [
    '✓',
    ...of,
    verdict.is,
    verdict.cause ?? '',
    verdict.note ?? '',
    [kubectl, said].filter(Boolean).map(String).map(oneLine).join('; '),
  ];
}

function oneLine(text: string): string {
  return text.split('\n')[0].replaceAll('|', '\\|').slice(0, 600);
}
