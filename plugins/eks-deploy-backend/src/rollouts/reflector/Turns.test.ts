import { setTimeout as sleep } from 'node:timers/promises';
import { rest } from './rest';
import { Turns } from './Turns';

const LONG_MS = 10_000;

describe('Turns', () => {
  const had: string[] = [];
  const ending = new AbortController();

  beforeEach(() => {
    had.length = 0;
  });

  afterAll(() => ending.abort());

  function enter(turns: Turns, name: string): void {
    void turns.wait(async turn => {
      await rest(LONG_MS, AbortSignal.any([turn, ending.signal]));
      had.push(name);
    });
  }

  it('come one after another, in the order of coming', async () => {
    const turns = new Turns(20);
    ['a', 'b', 'c'].forEach(name => enter(turns, name));
    await sleep(30);
    expect(had).toEqual(['a']);
    enter(turns, 'a again');
    await sleep(70);
    expect(had).toEqual(['a', 'b', 'c', 'a again']);
  });

  it('spread from one that is let in', async () => {
    const turns = new Turns(LONG_MS);
    ['a', 'b', 'c', 'd'].forEach(name => enter(turns, name));
    turns.letIn();
    await sleep(1);
    expect(had).toEqual(['a', 'b']);
    turns.letIn();
    await sleep(1);
    expect(had).toEqual(['a', 'b', 'c', 'd']);
  });

  it('end with the pause of who waits no longer', async () => {
    const turns = new Turns(20);
    const turn = await turns.wait(async signal => signal);
    await sleep(50);
    expect(turn.aborted).toBe(false);
  });

  it('pass by nobody while one is away', () => {
    expect(() => new Turns().letIn()).not.toThrow();
  });
});
