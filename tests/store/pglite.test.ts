import { storeSuite } from './suite/suite.ts';

// What comes in is refused before any database hears of it, so bodies of the worst kind are sent to one store only, that on PostgreSQL.
describe('store on PGlite', () => storeSuite(async () => ({}), ['hostileInput', 'fuzz']));
