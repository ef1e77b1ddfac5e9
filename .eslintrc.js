// Each package's own configuration comes on top of this one.
module.exports = {
  root: true,
  plugins: ['regexp'],
  rules: {
    // Text from outside must not decide how long an expression takes: no backtracking that grows
    // faster than the text, certain or possible. What these rules can't see is found by each
    // plugin's hostileText.test.ts.
    'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
    'regexp/no-super-linear-move': [
      'error',
      { report: 'potential', ignoreSticky: false, ignorePartial: false },
    ],
  },
  // For templates/ and examples/, which are in no package.
  overrides: [
    {
      files: ['**/*.{ts,tsx}'],
      parser: '@typescript-eslint/parser',
      parserOptions: { sourceType: 'module', ecmaFeatures: { jsx: true } },
    },
  ],
};
