// Stands in for Java, for the sake of the wrappers: they start Gradle or Maven through it.
const args = process.argv.slice(2);
const wrappers = {
  'org.gradle.wrapper.GradleWrapperMain': './gradle.mjs',
  'org.apache.maven.wrapper.MavenWrapperMain': './mvn.mjs',
};

const index = args.findIndex(
  arg => arg in wrappers || arg.endsWith('gradle-wrapper.jar'),
);
if (args[0]?.includes('version')) {
  console.error('openjdk version "21-sandbox"');
} else if (index < 0) {
  console.error(
    'The sandbox runs no Java but the wrappers of Gradle and Maven.',
  );
  process.exitCode = 1;
} else {
  const wrapper = wrappers[args[index]] ?? './gradle.mjs';
  process.argv = [process.argv[0], wrapper, ...args.slice(index + 1)];
  await import(wrapper);
}
