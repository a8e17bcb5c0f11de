import { storeSuite } from './suite/suite.ts';

describe('store on PGlite', () => storeSuite(async () => ({})));
