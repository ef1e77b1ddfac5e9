/** Does work on all items, so many of them side by side, in their order. */
export async function inTurns<Item>(
  items: Item[],
  atOnce: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const workOff = async () => {
    for (let item = waiting.shift(); item; item = waiting.shift()) {
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, workOff));
}
