import { existsSync, linkSync, mkdirSync, openAsBlob, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';

type Module = typeof import('@electric-sql/pglite');
type Dialect = typeof import('../src/store/sql/pglite-dialect.ts');
type Migrate = typeof import('../src/store/sql/migrate.ts');

// Set up before each test file. A new PGlite runs initdb, which takes five seconds of processor time and makes the same
// each time: the tests do it once and load the result. One in memory has our tables too, which take another second; who
// needs none says `memory://` or names a folder. A folder that holds a database is opened as it is. Small buffers: the tests
// hold little, and clearing the usual 128 MB takes longer than most of them.
jest.mock('@electric-sql/pglite', () => {
  const actual = jest.requireActual<Module>('@electric-sql/pglite');
  const create = async (dataDir?: string) => {
    const holdsOne = dataDir !== undefined && existsSync(join(dataDir, 'PG_VERSION'));
    const dump = dataDir === undefined ? databaseWithTables : emptyDatabase;
    return await open(actual, holdsOne ? undefined : await dump(actual), dataDir);
  };
  return { ...actual, PGlite: { create } };
});

const open = ({ PGlite }: Module, loadDataDir?: Blob, dataDir?: string): Promise<PGlite> =>
  PGlite.create({ dataDir, loadDataDir, startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'] });

/** For this run only: the migrations may be others in the next. */
const databaseWithTables = (actual: Module): Promise<Blob> =>
  kept(join(process.env.TEST_RUN_FOLDER as string, 'pglite-with-tables.tar'), async () => {
    const pglite = await open(actual, await emptyDatabase(actual));
    const { Kysely } = jest.requireActual<typeof import('kysely')>('kysely');
    const { PGliteDialect } = jest.requireActual<Dialect>('../src/store/sql/pglite-dialect.ts');
    const { migrate } = jest.requireActual<Migrate>('../src/store/sql/migrate.ts');
    await migrate(new Kysely({ dialect: new PGliteDialect(pglite) }));
    return pglite;
  });

function emptyDatabase({ PGlite }: Module): Promise<Blob> {
  const packages = join(process.cwd(), 'node_modules');
  const { version } = JSON.parse(readFileSync(join(packages, '@electric-sql', 'pglite', 'package.json'), 'utf8'));
  const file = join(packages, '.cache', 'contact-inbox', `empty-pglite-${version}.tar`);
  return kept(file, () => PGlite.create());
}

/** The dump in that file, of the database that `make` gives if there is none. */
async function kept(file: string, make: () => Promise<PGlite>): Promise<Blob> {
  if (!existsSync(file)) {
    const pglite = await make();
    await pglite.exec('checkpoint'); // or whoever opens the copy repeats what was written
    const dump = await pglite.dumpDataDir('none');
    await pglite.close();
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, Buffer.from(await dump.arrayBuffer()));
    putThere(`${file}.${process.pid}`, file);
  }
  return await openAsBlob(file);
}

/** Whole or not at all, for other test files look for it at the same time; and never in place of one that they may be reading. */
function putThere(made: string, file: string): void {
  try {
    linkSync(made, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(made);
  }
}
