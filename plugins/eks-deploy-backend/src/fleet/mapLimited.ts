/** Maps items in their order, no more than `limit` of them at once. */
export async function mapLimited<Item, Result>(
  items: Item[],
  limit: number,
  map: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const entries = items.entries();
  async function work() {
    // The iterator is shared: each worker takes the next that is left.
    for (const [index, item] of entries) {
      results[index] = await map(item);
    }
  }
  await Promise.all(Array.from({ length: limit }, work));
  return results;
}
