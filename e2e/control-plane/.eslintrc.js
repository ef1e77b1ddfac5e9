module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // It takes a package that lies inside another for the outer one. What is not declared here is found by knip.
    '@backstage/no-undeclared-imports': 'off',
  },
});
