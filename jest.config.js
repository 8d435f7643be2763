/** jest in ESM mode: node needs --experimental-vm-modules, which the npm scripts give it. */
const swcOptions = {
  jsc: { target: 'es2022', parser: { syntax: 'typescript' }, transform: {} },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

export default {
  testEnvironment: 'node',
  // Tests that depend on the clock run by themselves: npm run test:timing.
  testMatch: [`<rootDir>/test/${process.env['TIMING'] === '1' ? 'timing' : '**'}/*.test.ts`],
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/dist/',
    ...(process.env['TIMING'] === '1' ? [] : ['<rootDir>/test/timing/']),
  ],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/test/federation/gateways/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', swcOptions] },
  testTimeout: 120_000, // for a machine that does three other things
  maxWorkers: '100%',
};
