import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { googleCommand } from '../../src/cli/google.ts';
import { googleAccess, googleMail } from '../../src/scan/provider.ts';
import { createTenant } from '../../src/store/commands/create-tenant.ts';
import { readSecretKeys } from '../../src/store/secrets.ts';
import { openDatabase } from '../../src/store/sql/database.ts';
import { lockIntegration, saveIntegration } from '../../src/store/sql/integrations.ts';
import { addToRoster, lockRoster } from '../../src/store/sql/rosters.ts';
import { findTenant, inTenant } from '../../src/store/sql/tenants.ts';

export interface ManyUsers {
  domain: string;
  /** Addresses; the first one's user is the admin. */
  emails: string[];
  /** As Google gives it out. */
  keyFile: string;
  /** Of the served Google. */
  url: string;
  secretKey: string;
}

/** An organisation in an empty database: its key registered, all its users linked, a year of their mail to be read; its id. */
export async function linkMany(
  databaseUrl: string,
  { domain, emails, keyFile, url, secretKey }: ManyUsers,
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'contact-inbox-scan-'));
  const file = join(folder, 'key.json');
  writeFileSync(file, keyFile);
  const database = await openDatabase({ url: databaseUrl });
  const { db } = database;
  await createTenant(db, { domain, name: domain, admins: emails.slice(0, 1), feature: true });
  const id = (await findTenant(db, domain))?.id ?? '';
  await inTenant(db, id, async (trx) => {
    await lockRoster(trx, id);
    await addToRoster(trx, id, emails);
  });
  const services = { secretKeys: readSecretKeys(secretKey), mailProvider: googleMail(googleAccess({ rootUrl: url })) };
  const google = (...args: string[]) => googleCommand([...args, '--domain', domain])(db, services);
  await google('key', 'set', file);
  await google('on', '--yes');
  await inTenant(db, id, async (trx) => {
    const integration = await lockIntegration(trx, id, 'google');
    const settings = { ...integration.settings, backfillDays: 365 };
    await saveIntegration(trx, id, 'google', { ...integration, settings });
  });
  await google('start', '--all');
  await database.close();
  rmSync(folder, { recursive: true });
  return id;
}
