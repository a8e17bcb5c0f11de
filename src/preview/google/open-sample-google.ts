import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { LocalMailbox } from '../mailbox/mailbox.ts';
import { googleConsole } from './console.ts';
import { EmulatedGoogle, type GoogleOptions } from './emulated-google.ts';
import { keepConsole } from './kept-console.ts';
import type { ServiceAccountKeyFile } from './oauth/service-accounts.ts';
import { createSampleOrganisation } from './sample-organisation.ts';
import { type ServedGoogle, serveGoogle } from './serve.ts';

export interface SampleGoogle extends ServedGoogle {
  google: EmulatedGoogle;
  /** The page on which an admin does what is done at Google. */
  console: ReturnType<typeof googleConsole>;
}

/**
 * The emulated Google of the preview with the sample organisation, on a port of its own. Its key, and what an admin did on its
 * console, are kept in the folder.
 */
export async function openSampleGoogle(
  mail: Pick<LocalMailbox, 'threads'>,
  folder: string,
  options: GoogleOptions = {},
): Promise<SampleGoogle> {
  const google = new EmulatedGoogle(options);
  const keyFile = await openKeyFile(google, path.join(folder, 'google-key.json'));
  const organisation = createSampleOrganisation(google, mail);
  const onChange = await keepConsole({ google, organisation }, path.join(folder, 'google-console.json'));
  const served = await serveGoogle(google);
  return { ...served, google, console: googleConsole({ google, organisation, keyFile, onChange }) };
}

async function openKeyFile(google: EmulatedGoogle, file: string): Promise<ServiceAccountKeyFile> {
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) {
    const keyFile = JSON.parse(kept) as ServiceAccountKeyFile;
    google.serviceAccounts.restore(keyFile);
    return keyFile;
  }
  const keyFile = await google.serviceAccounts.createKey(google.serviceAccounts.create().email);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(keyFile), { mode: 0o600 });
  return keyFile;
}
