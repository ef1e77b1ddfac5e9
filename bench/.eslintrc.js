module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // It plays both the browser and the backend of a portal.
    '@backstage/no-mixed-plugin-imports': 'off',
  },
});
