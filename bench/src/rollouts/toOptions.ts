import {
  fullSize,
  parts as allParts,
  quickSize,
  sizes,
  type BenchOptions,
  type BenchPart,
  type BenchSize,
} from './options';

/** As they come from the command line. */
export type Flags = Partial<Record<keyof BenchSize, string>> & {
  quick?: boolean;
  parts?: string;
  profileFolder?: string;
};

/** @throws Error that names what can't be understood. */
export function toOptions(flags: Flags): BenchOptions {
  const { quick, parts, profileFolder } = flags;
  const size = { ...(quick ? quickSize : fullSize) };
  for (const name of Object.keys(sizes) as Array<keyof BenchSize>) {
    size[name] = toNumber(name, flags[name] ?? String(size[name]));
  }
  return { size, parts: toParts(parts), profileFolder };
}

function toNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) {
    throw new Error(`${name} is '${text}': give a whole number above 0.`);
  }
  return number;
}

/** In the order in which they are run. */
function toParts(text: string | undefined): readonly BenchPart[] {
  const wanted = text?.split(',') ?? allParts;
  const unknown = wanted.filter(part => !allParts.some(one => one === part));
  if (unknown.length > 0) {
    const known = allParts.join(', ');
    throw new Error(`There is no part '${unknown[0]}': give some of ${known}.`);
  }
  return allParts.filter(part => wanted.includes(part));
}
