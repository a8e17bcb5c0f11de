import { availableParallelism } from 'node:os';

/** Packages with ES modules or `import()` inside; jest loads CommonJS only, so swc turns these into it. */
const esmOnly = [
  'jose',
  'postal-mime',
  'htmlparser2',
  'entities',
  'dom-serializer',
  'domhandler',
  'domutils',
  'domelementtype',
  'csv-parse',
  'csv-stringify',
  'kysely',
  'marked',
  '@electric-sql',
  'gcp-metadata',
  'gaxios',
  'node-fetch',
  'fetch-blob',
  'formdata-polyfill',
  'data-uri-to-buffer',
];

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.(ts|js|mjs|cjs)$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  globalSetup: '<rootDir>/tests/run-folder.mjs',
  globalTeardown: '<rootDir>/tests/remove-run-folder.mjs',
  setupFilesAfterEnv: ['<rootDir>/tests/ready-pglite.ts'],
  testSequencer: '<rootDir>/tests/longest-first.mjs',
  testTimeout: 60_000,
  // Much of the time goes to browsers, databases and worker threads, which are other processes' and threads' work, and to waiting.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
};
