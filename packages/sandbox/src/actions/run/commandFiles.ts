/** Reads a file such as `$GITHUB_OUTPUT`: lines `name=value` or `name<<DELIMITER`, value, `DELIMITER`. */
export function parseCommandFile(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  while (lines.length > 0) {
    const line = lines.shift() ?? '';
    const mark = line.indexOf('<<', 1);
    const delimiter = line.slice(mark + 2);
    const name = line.slice(0, Math.max(0, mark));
    if (name !== '' && delimiter !== '' && !name.includes('=')) {
      const end = lines.indexOf(delimiter);
      if (end < 0) {
        throw new Error(
          `Invalid value: matching delimiter not found '${delimiter}'`,
        );
      }
      values[name] = lines
        .splice(0, end + 1)
        .slice(0, -1)
        .join('\n');
    } else if (line.includes('=')) {
      const equals = line.indexOf('=');
      values[line.slice(0, equals)] = line.slice(equals + 1);
    } else if (line.trim() !== '') {
      throw new Error(`Invalid format '${line}'`);
    }
  }
  return values;
}

/** A workflow command that a step has printed, such as `::add-mask::value`. */
export interface PrintedCommand {
  name: string;
  message: string;
}

/** Reads a printed line; `undefined` when it is only text. */
export function parsePrintedCommand(line: string): PrintedCommand | undefined {
  const match = /^::(?<name>[a-z-]+)(?: [^:]*)?::(?<message>.*)$/.exec(line);
  if (!match?.groups) return undefined;
  return {
    name: match.groups.name,
    message: match.groups.message
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%25', '%'),
  };
}
