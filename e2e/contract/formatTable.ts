import type { Outcome } from './holdBehaviours';

/** Outcomes of one party, by the behaviour's name. */
export interface Column {
  party: string;
  outcomes: Map<string, Outcome>;
}

/** Behaviours down, parties across, and the count below each. */
export function formatTable(
  behaviours: Array<{ name: string }>,
  columns: Column[],
): string {
  const width = Math.max(...behaviours.map(({ name }) => name.length));
  const row = (name: string, cells: string[]) =>
    [
      name.padEnd(width),
      ...cells.map((cell, index) => cell.padEnd(columns[index].party.length)),
    ]
      .join('  ')
      .trimEnd();
  const count = ({ outcomes }: Column) =>
    `${[...outcomes.values()].filter(({ failure }) => !failure).length}/${
      outcomes.size
    }`;
  return [
    row(
      '',
      columns.map(({ party }) => party),
    ),
    ...behaviours.map(({ name }) =>
      row(
        name,
        columns.map(({ outcomes }) => mark(outcomes.get(name))),
      ),
    ),
    row('', columns.map(count)),
  ].join('\n');
}

function mark(outcome: Outcome | undefined): string {
  if (!outcome) {
    return '–';
  }
  return outcome.failure ? '✗' : '✓';
}
