import { fakeTime, pass } from '../../__testUtils__/fakeTime';
import { rest } from './rest';
import { Turns } from './Turns';

const LONG_MS = 60_000;

describe('Turns', () => {
  let turns: Turns;
  let had: string[];

  fakeTime();

  beforeEach(() => {
    turns = new Turns();
    had = [];
  });

  function enter(name: string): void {
    void turns.wait(async turn => {
      await rest(LONG_MS, turn);
      had.push(name);
    });
  }

  it('come one after another, in the order of coming', async () => {
    ['a', 'b', 'c'].forEach(enter);
    await pass(999);
    expect(had).toEqual([]);
    await pass(1);
    expect(had).toEqual(['a']);
    enter('a again');
    await pass(1_000);
    expect(had).toEqual(['a', 'b']);
    await pass(2_000);
    expect(had).toEqual(['a', 'b', 'c', 'a again']);
  });

  it('spread from one that is let in', async () => {
    ['a', 'b', 'c', 'd'].forEach(enter);
    turns.letIn();
    await pass();
    expect(had).toEqual(['a', 'b']);
    turns.letIn();
    await pass();
    expect(had).toEqual(['a', 'b', 'c', 'd']);
  });

  it('end with the pause of who waits no longer', async () => {
    const turn = await turns.wait(async signal => signal);
    expect(jest.getTimerCount()).toBe(0);
    enter('next');
    await pass(1_000);
    expect(turn.aborted).toBe(false);
    expect(had).toEqual(['next']);
  });

  it('pass by nobody while one is away', async () => {
    turns.letIn();
    enter('late');
    await pass();
    expect(had).toEqual([]);
  });
});
