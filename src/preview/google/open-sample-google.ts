import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { LocalMailbox } from '../mailbox/mailbox.ts';
import { googleConsole } from './console.ts';
import { EmulatedGoogle } from './emulated-google.ts';
import type { ServiceAccountKeyFile } from './oauth/service-accounts.ts';
import { createSampleOrganisation } from './sample-organisation.ts';
import { type ServedGoogle, serveGoogle } from './serve.ts';

export interface SampleGoogle extends ServedGoogle {
  google: EmulatedGoogle;
  /** The page on which an admin does what is done at Google. */
  console: ReturnType<typeof googleConsole>;
}

/** The emulated Google of the preview with the sample organisation, on a port of its own. The key is kept in a file. */
export async function openSampleGoogle(mail: Pick<LocalMailbox, 'threads'>, keptIn: string): Promise<SampleGoogle> {
  const google = new EmulatedGoogle();
  const keyFile = await openKeyFile(google, keptIn);
  const organisation = createSampleOrganisation(google, mail);
  const served = await serveGoogle(google);
  return { ...served, google, console: googleConsole({ google, organisation, keyFile }) };
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
