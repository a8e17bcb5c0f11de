import { existsSync, mkdirSync, openAsBlob, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Module = typeof import('@electric-sql/pglite');

// Set up before each test file. A new PGlite runs initdb, which takes five seconds of processor time and makes the same
// each time: the tests do it once and load the result. A folder that holds a database is opened as it is. Small buffers: the
// tests hold little, and clearing the usual 128 MB takes longer than most of them.
jest.mock('@electric-sql/pglite', () => {
  const actual = jest.requireActual<Module>('@electric-sql/pglite');
  const startParams = [...actual.PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'];
  const create = async (dataDir?: string) => {
    const holdsOne = dataDir !== undefined && existsSync(join(dataDir, 'PG_VERSION'));
    const loadDataDir = holdsOne ? undefined : await emptyDatabase(actual);
    return await actual.PGlite.create({ dataDir, startParams, loadDataDir });
  };
  return { ...actual, PGlite: { create } };
});

async function emptyDatabase({ PGlite }: Module): Promise<Blob> {
  const packages = join(process.cwd(), 'node_modules');
  const { version } = JSON.parse(readFileSync(join(packages, '@electric-sql', 'pglite', 'package.json'), 'utf8'));
  const cache = join(packages, '.cache', 'contact-inbox');
  const file = join(cache, `empty-pglite-${version}.tar`);
  if (!existsSync(file)) {
    const pglite = await PGlite.create();
    await pglite.exec('checkpoint'); // or whoever opens the copy repeats what initdb wrote
    const dump = await pglite.dumpDataDir('none');
    await pglite.close();
    mkdirSync(cache, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, Buffer.from(await dump.arrayBuffer()));
    renameSync(`${file}.${process.pid}`, file); // whole or not there: other test files look for it at the same time
  }
  return await openAsBlob(file);
}
