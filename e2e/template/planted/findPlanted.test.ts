import type { Checker } from '../checkers/Checker';
import { checkers } from '../checkers';
import { faults } from './faults';
import { findPlanted } from './findPlanted';
import type { Fault } from './Fault';

const aChecker = (name: string): Checker => ({
  name,
  tools: {},
  reads: () => true,
  check: async () => '',
});

const fault: Fault = {
  for: 'strict',
  what: 'a typo',
  case: 'chat',
  path: 'a.yaml',
  replace: ['kind', 'knid'],
  reportedBy: { strict: /knid/ },
};

/** Plants the fault before checkers that say these texts. */
const find = (says: Record<string, string>, content = 'kind: Pod') =>
  findPlanted({
    fault,
    files: { 'a.yaml': { content: Buffer.from(content), executable: false } },
    checkers: Object.keys(says).map(aChecker),
    judge: async ({ name }) => ({ text: says[name], cached: false }),
    fingerprint: ({ name }) => name,
    passedBefore: { has: async () => false, add: async () => {} },
  }).then(({ text }) => text);

describe('a planted fault', () => {
  it('is found when its checker, and no other, reports it', async () => {
    expect(await find({ strict: 'no field knid', other: '' })).toBe('');
  });

  it('is missed when its checker says nothing, or something else', async () => {
    expect(await find({ strict: '' })).toMatch(
      /a typo in a\.yaml:\nstrict should say \/knid\/, and says: nothing/,
    );
    expect(await find({ strict: 'too long' })).toMatch(/says: too long/);
  });

  it('is not what another checker should report', async () => {
    expect(await find({ strict: 'knid', other: 'knid?' })).toMatch(
      /other, which it isn't for, says: knid\?/,
    );
  });

  it('has to be changed with the file that it was planted in', async () => {
    await expect(find({ strict: '' }, 'other: file')).rejects.toThrow(
      `"a typo" can't be planted: a.yaml has no kind; change the fault.`,
    );
  });
});

it('has a fault for each checker', () => {
  expect(faults.map(({ for: name }) => name).sort()).toEqual(
    checkers.map(({ name }) => name).sort(),
  );
});
