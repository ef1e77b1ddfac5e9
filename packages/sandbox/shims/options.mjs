// Splits `words --name value --name=value --flag` into its words and its options.
export function readOptions(args) {
  const words = [];
  const options = {};
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index];
    if (!arg.startsWith('-')) {
      words.push(arg);
      continue;
    }
    const [name, inline] = arg.replace(/^-+/, '').split(/=(.*)/s);
    const next = args[index + 1];
    if (inline !== undefined) options[name] = inline;
    else if (next === undefined || next.startsWith('-')) options[name] = 'true';
    else {
      options[name] = next;
      index += 1;
    }
  }
  return { words, options };
}
