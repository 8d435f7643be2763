/** jest in ESM mode: node needs --experimental-vm-modules, which the npm scripts give it. */
const swcOptions = {
  jsc: { target: 'es2022', parser: { syntax: 'typescript' }, transform: {} },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/test/federation/gateways/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', swcOptions] },
  testTimeout: 120_000, // for a machine that does three other things
  maxWorkers: '100%',
};
