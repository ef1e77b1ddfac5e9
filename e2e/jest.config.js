// Backstage's own configuration looks for tests below src/, which these folders do not have.
module.exports = {
  rootDir: __dirname,
  displayName: '@eks-deploy/e2e',
  testEnvironment: 'node',
  testMatch: ['**/*.test.ts'],
  // A package of its own.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/control-plane/'],
  transform: {
    '\\.ts$': [
      require.resolve('@backstage/cli/config/jestSwcTransform'),
      { jsc: { parser: { syntax: 'typescript' } } },
    ],
  },
};
