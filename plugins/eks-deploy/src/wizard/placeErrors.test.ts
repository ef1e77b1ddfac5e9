import { placeErrors } from './placeErrors';

describe('placeErrors', () => {
  it('puts a sentence beside the answer that it names', () => {
    expect(
      placeErrors([
        'environments[0].name: too long',
        'environments[1].name: too short',
        'environments[1].frontendHost: outside: of its zone',
      ]),
    ).toEqual({
      0: { name: { __errors: ['too long'] } },
      1: {
        name: { __errors: ['too short'] },
        frontendHost: { __errors: ['outside: of its zone'] },
      },
    });
  });

  it('keeps what the form says by itself', () => {
    expect(
      placeErrors(['environments[0].name: too long'], {
        __errors: ['too few'],
        0: { name: { __errors: ['no name'] }, cluster: { __errors: ['none'] } },
      }),
    ).toEqual({
      __errors: ['too few'],
      0: {
        name: { __errors: ['no name', 'too long'] },
        cluster: { __errors: ['none'] },
      },
    });
  });

  it('leaves a sentence about the whole list to the list', () => {
    expect(placeErrors(['Add at least one environment.'])).toEqual({});
  });
});
