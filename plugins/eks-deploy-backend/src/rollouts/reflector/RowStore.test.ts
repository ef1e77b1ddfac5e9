import { RowStore } from './RowStore';

describe('RowStore', () => {
  function createStore(most?: number) {
    const store = new RowStore<{ uid: string; name: string; seen: number }>(
      most,
    );
    return {
      store,
      put: (uid: string, seen: number, version = String(seen)) =>
        store.put({ row: { uid, name: 'chat', seen }, version }),
      seen: () => store.rows.map(({ uid, seen }) => `${uid}${seen}`),
    };
  }

  it('keeps the last told of more rows than it may', () => {
    const { put, seen } = createStore(2);
    put('a', 1);
    put('b', 2);
    put('a', 3);
    put('c', 4);
    expect(seen()).toEqual(['a3', 'c4']);
  });

  it('holds what rows have in common once, and tells them apart by it', () => {
    const store = new RowStore<{
      uid: string;
      name: string;
      images: string[];
    }>();
    const put = (uid: string, images: string[]) =>
      store.put({ row: { uid, name: uid, images } });
    put('a', ['chat:1']);
    put('b', ['chat:1']);
    expect(store.rows[0].images).toBe(store.rows[1].images);
    expect([put('a', ['chat:1']), put('a', ['chat:2'])]).toEqual([false, true]);
    expect(store.rows[0].images).toEqual(['chat:1']);
  });

  it('is not moved back by an older version, nor changed by the same', () => {
    const { put, seen } = createStore();
    expect([put('a', 9), put('a', 10), put('a', 9), put('a', 10)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(seen()).toEqual(['a10']);
  });

  it('takes the last told where versions are opaque', () => {
    const { put, seen } = createStore();
    put('a', 2, 'x2');
    put('a', 1, 'x1');
    expect(seen()).toEqual(['a1']);
  });

  it('is not brought back by what came before the deletion, nor deleted by what came before the row', () => {
    const { store, put, seen } = createStore();
    put('a', 5);
    expect(store.remove('a', '4')).toBe(false);
    expect(store.remove('a', '7')).toBe(true);
    expect([put('a', 6), put('a', 7)]).toEqual([false, false]);
    expect(seen()).toEqual([]);
  });

  it('takes an object created anew under its name for another', () => {
    const { store, put, seen } = createStore();
    put('a', 5);
    store.remove('a', '6');
    put('b', 7);
    expect(seen()).toEqual(['b7']);
  });

  it('believes a list, even of a cluster that was restored to an earlier version', () => {
    const { store, put, seen } = createStore();
    put('a', 50);
    put('b', 51);
    const row = { uid: 'a', name: 'chat', seen: 7 };
    expect(store.replaceAll([{ row, version: '7' }])).toBe(true);
    expect(put('a', 8)).toBe(true);
    expect(seen()).toEqual(['a8']);
  });
});
