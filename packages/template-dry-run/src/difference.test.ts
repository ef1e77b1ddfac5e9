import { PATHS_FILE, toDifference } from './difference';

const file = (text: string, executable = false) => ({
  content: Buffer.from(text),
  executable,
});

const base = {
  'README.md': file('A chat'),
  'backend/pom.xml': file('<project/>'),
  gradlew: file('run', true),
};

const pathsOf = (difference: ReturnType<typeof toDifference>) =>
  difference[PATHS_FILE].content.toString();

it('of a tree from itself keeps no file', () => {
  const difference = toDifference(base, base);
  expect(Object.keys(difference)).toEqual([PATHS_FILE]);
  expect(pathsOf(difference)).toBe(
    '= README.md\n= backend/pom.xml\n= gradlew\n',
  );
});

it('keeps what differs or is new, and names what is gone', () => {
  const difference = toDifference(base, {
    'README.md': file('A shop'),
    gradlew: base.gradlew,
    LICENSE: file('Free'),
  });
  expect(pathsOf(difference)).toBe(
    '+ LICENSE\n~ README.md\n- backend/pom.xml\n= gradlew\n',
  );
  expect(Object.keys(difference).sort()).toEqual([
    'changed/LICENSE',
    'changed/README.md',
    PATHS_FILE,
  ]);
});

it('takes a file that can no longer be executed for another one', () => {
  expect(
    pathsOf(toDifference(base, { ...base, gradlew: file('run') })),
  ).toContain('~ gradlew');
});
