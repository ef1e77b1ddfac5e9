import { parseTargetRef, stringifyTargetRef } from './targetRef';

describe('target references', () => {
  it('are written in full, whatever the entity reference left out', () => {
    expect(
      stringifyTargetRef({
        entityRef: 'Component:chat',
        environment: 'production',
      }),
    ).toBe('component:default/chat@production');
  });

  it('are read as they were written', () => {
    const ref = { entityRef: 'component:default/chat', environment: 'staging' };
    expect(parseTargetRef(stringifyTargetRef(ref))).toEqual(ref);
  });

  it.each([
    '',
    'component:default/chat',
    'component:default/chat@',
    '@staging',
    'a:b/c@d@e',
  ])('are refused with their form: %s', text => {
    expect(() => parseTargetRef(text)).toThrow(
      'write <kind>:<namespace>/<name>@<environment>',
    );
  });
});
