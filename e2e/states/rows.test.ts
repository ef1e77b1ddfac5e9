import { findAstray, findRow, rows } from './rows';

const names = rows.flatMap(({ shownBy }) => shownBy);

describe('the table of states', () => {
  it('has 36 rows', () => {
    expect(rows.map(({ number }) => number)).toEqual(
      Array.from({ length: 36 }, (_, index) => index + 1),
    );
  });

  it('finds the row that a case shows', () => {
    expect(findRow('deadline-recovers')).toMatchObject({ number: 8 });
    expect(findRow('nothing')).toBeUndefined();
  });

  it('finds cases without a row, and rows without a case', () => {
    expect(findAstray(names)).toEqual([]);
    expect(findAstray([...names, 'new'])).toEqual(['new']);
    expect(findAstray(names.filter(name => name !== 'quota'))).toEqual([
      'quota',
    ]);
  });
});
