import tseslint from 'typescript-eslint';

/** House rules that a machine can hold: see src/README.md. The layers are held by test/architecture. */
export default tseslint.config(
  {
    ignores: [
      'dist/',
      'node_modules/',
      'src/generated/',
      'src/contract/generated/',
      'coverage/',
      'test/e2e/browser/dist/',
      'examples/console/dist/',
    ],
  },
  ...tseslint.configs.recommended,
  ...tseslint.configs.stylistic,
  {
    files: ['**/*.ts', 'src/server/ide/page/*.js'],
    ignores: ['examples/**'], // a project of its own, whose build checks its types
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }],
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 3],
      'no-console': 'error',
      'no-nested-ternary': 'error',
      'no-restricted-globals': [
        'error',
        { name: 'process', message: 'Only config/environment.ts and cli/ know the process.' },
      ],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
    },
  },
  { files: ['examples/**/*.tsx'], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
  // graphql-js calls resolvers with four arguments.
  { files: ['src/resolvers/**/*.ts', 'src/subgraph/**/*.ts'], rules: { 'max-params': ['error', 4] } },
  {
    files: ['test/**/*.ts'],
    rules: { 'max-lines-per-function': 'off', 'max-params': 'off', 'no-restricted-globals': 'off' },
  },
  // V8 keeps a pair of accessors of an object literal among what is old, and with it everything that they reach, until a major collection.
  {
    files: ['src/**/*.ts'],
    ignores: ['src/emulator/**', 'src/client-policies/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ObjectExpression > Property[kind=/get|set/]',
          message: 'An accessor of a literal outlives its request in memory: use a class.',
        },
      ],
    },
  },
  { files: ['src/cli/**/*.ts', 'src/config/environment.ts'], rules: { 'no-restricted-globals': 'off' } },
);
