import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Organisation } from './directory/organisation.ts';
import type { EmulatedGoogle } from './emulated-google.ts';

/** What an admin did on Google's console: scopes by client ID, and whose mailboxes were mended. */
const Done = z.object({
  delegations: z.record(z.string(), z.array(z.string())),
  mended: z.array(z.string()),
});

/**
 * Does again what the file says was done on the console; gives what writes down, after each change, how things stand then. A
 * trouble that came later than at the start is not kept.
 */
export async function keepConsole(
  { google, organisation }: { google: EmulatedGoogle; organisation: Organisation },
  file: string,
): Promise<() => Promise<void>> {
  const people = [...organisation.people.keys()];
  const troubled = people.filter((email) => google.troubles.nameOf(email));
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) {
    const { delegations, mended } = Done.parse(JSON.parse(kept));
    for (const [clientId, scopes] of Object.entries(delegations)) organisation.delegate(clientId, scopes);
    for (const email of mended) google.mend(email);
  }
  const write = async () => {
    const delegations = Object.fromEntries([...organisation.delegations].map(([id, scopes]) => [id, [...scopes]]));
    const mended = troubled.filter((email) => !google.troubles.nameOf(email));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(`${file}.new`, JSON.stringify({ delegations, mended } satisfies z.input<typeof Done>));
    await rename(`${file}.new`, file); // never half written, whenever the process ends
  };
  let written = Promise.resolve();
  return () => {
    written = written.catch(() => {}).then(write);
    return written;
  };
}
