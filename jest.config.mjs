import { availableParallelism } from 'node:os';

/** Packages with nothing but ES modules, or with `import()` inside; jest loads CommonJS only, so swc turns these into it. */
const esmOnly = [
  'jose',
  'htmlparser2',
  'entities',
  'dom-serializer',
  'domhandler',
  'domutils',
  'domelementtype',
  'csv-parse',
  'csv-stringify',
  'marked',
  '@electric-sql',
  'gcp-metadata',
  'gaxios',
  'node-fetch',
  'fetch-blob',
  'formdata-polyfill',
  'data-uri-to-buffer',
];

const swc = (options) => [
  '@swc/jest',
  { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' }, ...options },
];

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '/node_modules/.+\\.(js|mjs|cjs)$': swc({ sourceMaps: false }), // nobody reads them, and they are larger than the code
    '^.+\\.(ts|js|mjs|cjs)$': swc({ sourceMaps: 'inline' }),
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  globalSetup: '<rootDir>/tests/run-folder.mjs',
  globalTeardown: '<rootDir>/tests/remove-run-folder.mjs',
  setupFilesAfterEnv: ['<rootDir>/tests/ready-pglite.ts'],
  testSequencer: '<rootDir>/tests/longest-first.mjs',
  testTimeout: 180_000, // a new store in a database of its own takes a minute when the machine has much else to do
  // Much of the time goes to browsers, databases and worker threads, which are other processes' and threads' work, and to waiting.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
};
