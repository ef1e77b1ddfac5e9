import { ConcurrencyGroups } from './concurrency';

describe('a concurrency group', () => {
  const aContender = () => {
    const abort = new AbortController();
    return { cancel: () => abort.abort(), signal: abort.signal };
  };
  const waiting = { cancelInProgress: false };

  it('lets one run and the next start when it has ended', async () => {
    const groups = new ConcurrencyGroups();
    const leave = await groups.enter('a', aContender(), waiting);
    const order: string[] = [];
    const second = groups.enter('a', aContender(), waiting).then(next => {
      order.push('second');
      next();
    });
    order.push('first ends');
    leave();
    await second;
    expect(order).toEqual(['first ends', 'second']);
  });

  it('cancels who waits when another comes, and who runs only if told to', async () => {
    const groups = new ConcurrencyGroups();
    const [running, pending, newest] = [
      aContender(),
      aContender(),
      aContender(),
    ];
    await groups.enter('a', running, waiting);
    const second = groups.enter('a', pending, waiting);
    void groups.enter('a', newest, { cancelInProgress: true });
    await second;
    expect(pending.signal.aborted).toBe(true);
    expect(running.signal.aborted).toBe(true);
    expect(newest.signal.aborted).toBe(false);
  });
});
