/** jest in ESM mode: node needs --experimental-vm-modules, which the npm scripts give it. */
const swcOptions = {
  jsc: { target: 'es2022', parser: { syntax: 'typescript' }, transform: {} },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

/** Tests that depend on the clock, or need a Redis, run by themselves: npm run test:timing, test:replicas. */
const alone = ['timing', 'replicas'];
const chosen = alone.find((name) => process.env[name.toUpperCase()] === '1');

export default {
  testEnvironment: 'node',
  testMatch: [`<rootDir>/test/${chosen ?? '**'}/*.test.ts`],
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/dist/',
    ...(chosen ? [] : alone.map((name) => `<rootDir>/test/${name}/`)),
  ],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/test/federation/gateways/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', swcOptions] },
  testTimeout: 300_000, // ends a test that hangs; how long it takes depends on the machine and on what else it does
  maxWorkers: '100%',
};
