import { redactMessage } from './redactMessage';

describe('redactMessage', () => {
  it.each([
    ['pull from https://robot:hunter2@registry.example.com/x', 'hunter2'],
    ['Authorization: Bearer abcdefgh12345678', 'abcdefgh12345678'],
    ['env DB_PASSWORD=hunter2 rejected', 'hunter2'],
    ['webhook said "apiKey": "hunter2"', 'hunter2'],
    [
      'token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIx.c2ln refused',
      'eyJhbGciOiJIUzI1NiJ9',
    ],
    [
      'env[0].value: Invalid value: "a \\"hunter2\\" b": must be a number',
      'hunter2',
    ],
    ['spec: Invalid value: {"a":"x: hunter2"}: is immutable', 'hunter2'],
    ['password: "two words hunter2"', 'hunter2'],
    ['github_pat_11ABCDEFG0hunter2hunter2 refused', 'hunter2'],
  ])('holds nothing that looks like a secret: %s', (message, secret) => {
    expect(redactMessage(message)).not.toContain(secret);
  });

  it('keeps what tells where and why', () => {
    expect(
      redactMessage(
        'spec.replicas: Invalid value: "x": must be greater than 0',
      ),
    ).toBe('spec.replicas: Invalid value: ***: must be greater than 0');
  });

  it('is one line of at most 600 characters that keeps beginning and end', () => {
    const text = redactMessage(
      `Failed to pull\n  image ${'x'.repeat(900)}: not found`,
    );
    expect(text).toMatch(/^Failed to pull image x+…x+: not found$/);
    expect(text).toHaveLength(600);
  });

  it('does not let a secret through where a long message is cut', () => {
    const text = redactMessage(`${'x'.repeat(900)} password=hunter2`);
    expect(text).not.toContain('hunter2');
  });
});
