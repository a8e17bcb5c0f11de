import { type PostgresServer, startPostgres, whyNoPostgres } from './postgres.ts';
import { storeSuite } from './suite/suite.ts';

const reason = process.env.CI ? undefined : whyNoPostgres();
if (reason) console.warn(`Left out: the store's tests on PostgreSQL (those on PGlite run). ${reason}`);

(reason ? describe.skip : describe)('store on PostgreSQL', () => {
  let server: PostgresServer | undefined;
  storeSuite(async () => {
    server = await startPostgres();
    return { url: await server.createDatabase('contact_inbox') };
  });
  afterAll(() => server?.stop()); // after the suite has closed its store
});
