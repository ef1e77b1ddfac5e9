import { validateEnvironments, validateMaxReplicas } from './validateAnswers';

function collect() {
  const errors: string[] = [];
  return { errors, addError: (message: string) => errors.push(message) };
}

describe('validateEnvironments', () => {
  it('refuses a host outside of its zone', () => {
    const validation = collect();
    validateEnvironments(
      [
        { name: 'staging' },
        { frontendHost: 'a.bc', hostedZone: 'example.com' },
      ],
      validation,
    );
    expect(validation.errors).toEqual([
      'environments[1].frontendHost: "a.bc" is outside of the zone example.com; use a host such as chat.example.com, or another zone',
    ]);
  });
});

describe('validateMaxReplicas', () => {
  it('refuses a number less than the one beside it', () => {
    const validation = collect();
    validateMaxReplicas(4, validation, { formData: { minReplicas: 5 } });
    expect(validation.errors).toEqual([
      'maxReplicas: 4 is less than minReplicas, 5; use 5 or more',
    ]);
  });

  it('leaves a number alone that has none beside it', () => {
    const validation = collect();
    validateMaxReplicas(4, validation, { formData: {} });
    expect(validation.errors).toEqual([]);
  });
});
