/** A command that the kubelet or the container runtime quotes: it may hold whatever an argument or a script holds. */
const COMMAND =
  /\b((?:exec|command|cmd|args|entrypoint|process|executing)\b[^"'[\]{}\n]{0,24})("(?:[^"\\]|\\.)*(?:"|$)|'[^']*(?:'|$)|\[[^\]]*(?:\]|$))/gi;
const MOST_REPEATED = 8;
const SHORTEST_REPEATED = 6;

/** Redacts quoted commands, and wherever else they are repeated; the name of a program alone stays. */
export function redactCommands(text: string): string {
  const commands = new Set<string>();
  const redacted = text.replace(COMMAND, (all, before: string, quoted) => {
    const command = quoted.slice(1, -1);
    if (/^[\w./-]{0,80}$|^\*{3}$/.test(command)) {
      return all;
    }
    if (command.length >= SHORTEST_REPEATED) {
      commands.add(command);
    }
    return `${before}${quoted[0]}***${quoted[0] === '[' ? ']' : quoted[0]}`;
  });
  return [...commands]
    .slice(0, MOST_REPEATED)
    .reduce((rest, command) => rest.replaceAll(command, '***'), redacted);
}
