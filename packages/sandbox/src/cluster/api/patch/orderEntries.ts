import { isObject } from '../../objects';

/**
 * The entries of a merged list as the real server orders them: those of the patch in the patch's order, the others in
 * the order they had. Of two that both were there before, the earlier comes first; an entry that is new comes as soon
 * as it can, which is why a new container stands before the old ones.
 */
export function orderEntries(
  merged: unknown[],
  patch: unknown[],
  before: unknown[],
  key?: string,
): unknown[] {
  const idOf = (entry: unknown) =>
    key && isObject(entry) ? entry[key] : entry;
  const ranking = (list: unknown[]) => {
    const ids = list.map(idOf);
    return (entry: unknown) => ids.indexOf(idOf(entry));
  };
  const inPatch = ranking(patch);
  const wasAt = ranking(before);

  const patched = merged
    .filter(entry => inPatch(entry) >= 0)
    .sort((a, b) => inPatch(a) - inPatch(b));
  const others = merged
    .filter(entry => inPatch(entry) < 0)
    .sort((a, b) => wasAt(a) - wasAt(b));
  const ordered: unknown[] = [];
  for (const entry of patched) {
    while (others.length && wasAt(entry) > wasAt(others[0])) {
      ordered.push(others.shift());
    }
    ordered.push(entry);
  }
  return [...ordered, ...others];
}
