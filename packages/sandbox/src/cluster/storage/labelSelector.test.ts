import { parseLabelSelector } from './labelSelector';

const labels = { app: 'chat', tier: 'backend' };

describe('parseLabelSelector', () => {
  it.each([
    ['', true],
    ['app=chat', true],
    ['app==chat,tier!=frontend', true],
    ['app=other', false],
    ['missing!=x', true],
    ['tier in (frontend, backend)', true],
    ['tier notin (frontend,backend)', false],
    ['missing notin (a)', true],
    ['app', true],
    ['!app', false],
    ['!missing,app=chat', true],
  ])('%s selects: %s', (query, selected) => {
    expect(parseLabelSelector(query)(labels)).toBe(selected);
  });

  it('refuses what it cannot read', () => {
    expect(() => parseLabelSelector('app=a=b')).toThrow(
      'unable to parse requirement',
    );
  });
});
