// Backstage's own configuration looks for tests below src/, which these folders do not have.
module.exports = {
  rootDir: __dirname,
  displayName: '@eks-deploy/e2e',
  testEnvironment: 'node',
  testMatch: ['**/*.test.ts'],
  transform: {
    '\\.ts$': [
      require.resolve('@backstage/cli/config/jestSwcTransform'),
      { jsc: { parser: { syntax: 'typescript' } } },
    ],
  },
};
