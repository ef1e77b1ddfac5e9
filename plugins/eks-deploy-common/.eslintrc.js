module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // openapi-fetch names its methods after HTTP's: client.GET(…).
    'new-cap': ['error', { capIsNew: false }],
  },
});
