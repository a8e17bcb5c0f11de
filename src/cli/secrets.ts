import { parseArgs } from 'node:util';
import { rotateSecrets } from '../store/commands/rotate-secrets.ts';
import { newSecretKey } from '../store/secrets.ts';
import { openDatabase } from '../store/sql/database.ts';
import { databaseEnvironment, databaseHelp, secretKeysEnvironment, secretKeysHelp } from './environment.ts';

const help = `Usage: npm run --silent contact-inbox -- secrets new-key
       npm run contact-inbox -- secrets rotate

new-key prints a new key for the secrets in the database. To change keys: put the new one before the old ones, restart every
process, run rotate, which encrypts everything anew with the first key, then take the old keys away.

Its environment:

${databaseHelp}
${secretKeysHelp}
`;

/** `contact-inbox secrets`: see its help. */
export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  });
  const command = positionals.join(' ');
  if (values.help) process.stdout.write(help);
  else if (command === 'new-key') process.stdout.write(`${newSecretKey(new Date())}\n`);
  else if (command === 'rotate') await rotate();
  else throw new Error('Say secrets new-key or secrets rotate; secrets --help says more');
}

async function rotate(): Promise<void> {
  const keys = secretKeysEnvironment(process.env);
  if (keys.size === 0) throw new Error('Neither CONTACT_INBOX_SECRET_KEY nor CONTACT_INBOX_SECRET_KEY_FILE is set');
  const { db, close } = await openDatabase(databaseEnvironment(process.env));
  try {
    const { rotated, failed } = await rotateSecrets(db, keys, new Date());
    process.stdout.write(`${rotated} secrets are encrypted anew with the first key\n`);
    if (failed.length > 0) throw new Error(`These cannot be decrypted with any of the keys:\n- ${failed.join('\n- ')}`);
  } finally {
    await close();
  }
}
