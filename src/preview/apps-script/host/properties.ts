import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ScriptError } from '../script-error.ts';
import type { RunContext, Service } from './run-context.ts';

type StoreName = 'script' | 'user';
type Store = Record<string, string>;

const bytesPerValue = 9 * 1024;
const bytesPerStore = 500 * 1024;

/**
 * PropertiesService's two stores. The script's store is one for all users, as on the platform. With a file, every change
 * is on disk before the script goes on; the file is replaced as a whole, so that it is never half written.
 */
export async function openProperties(file: string | undefined): Promise<Service> {
  const stores = new Map<string, Store>(file ? Object.entries(await readStores(file)) : []);
  let writing: Promise<void> = Promise.resolve();

  const read = (run: RunContext, name: StoreName): Store => stores.get(storeKey(run, name)) ?? {};
  const write = async (run: RunContext, name: StoreName, store: Store): Promise<void> => {
    refuseTooLarge(store);
    stores.set(storeKey(run, name), store);
    if (!file) return;
    writing = writing
      .catch(() => {})
      .then(() => replaceFile(file, JSON.stringify(Object.fromEntries(stores), null, 2)));
    await writing;
  };

  return {
    getProperty: (run, name: StoreName, key: string) => {
      const store = read(run, name);
      return Object.hasOwn(store, key) ? store[key] : null;
    },
    getProperties: (run, name: StoreName) => read(run, name),
    getKeys: (run, name: StoreName) => Object.keys(read(run, name)),
    setProperty: (run, name: StoreName, key: string, value: string) =>
      write(run, name, withEntries(read(run, name), [[key, value]])),
    setProperties: (run, name: StoreName, values: Store, deleteAllOthers: boolean) =>
      write(run, name, withEntries(deleteAllOthers ? {} : read(run, name), Object.entries(values))),
    deleteProperty: (run, name: StoreName, key: string) =>
      write(run, name, Object.fromEntries(Object.entries(read(run, name)).filter(([other]) => other !== key))),
    deleteAllProperties: (run, name: StoreName) => write(run, name, {}),
  };
}

const storeKey = (run: RunContext, name: StoreName): string =>
  name === 'script' ? name : `user ${run.callback.user.email}`;

/** By entries: a key like `__proto__` is a key. */
const withEntries = (store: Store, entries: [string, string][]): Store =>
  Object.fromEntries([...Object.entries(store), ...entries]);

function refuseTooLarge(store: Store): void {
  let total = 0;
  for (const [key, value] of Object.entries(store)) {
    const bytes = Buffer.byteLength(value);
    if (bytes > bytesPerValue) throw new ScriptError('Argument too large: value');
    total += Buffer.byteLength(key) + bytes;
  }
  if (total > bytesPerStore) {
    throw new ScriptError('You have exceeded the property storage quota. Please remove some properties and try again.');
  }
}

async function readStores(file: string): Promise<Record<string, Store>> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Record<string, Store>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new Error(`Cannot read the script's properties from ${file}`, { cause: error });
  }
}

async function replaceFile(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}
