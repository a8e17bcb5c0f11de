/** Packages that ship only ES modules; jest loads CommonJS, so swc turns these into it. */
const esmOnly = [
  'jose',
  'postal-mime',
  'htmlparser2',
  'entities',
  'dom-serializer',
  'domhandler',
  'domutils',
  'domelementtype',
  'csv-stringify',
  'kysely',
  '@electric-sql',
];

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.(ts|js|mjs)$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  testTimeout: 60_000,
};
