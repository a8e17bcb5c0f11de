import { parseArgs } from 'node:util';
import { openDatabase } from '../store/sql/database.ts';
import { databaseEnvironment, databaseHelp } from './environment.ts';

const help = `Usage: npm run contact-inbox -- migrate

Brings the store's database up to date, as the store itself does when it starts. Its environment:

${databaseHelp}
`;

/** `contact-inbox migrate`: see its help. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const { migrated, close } = await openDatabase(databaseEnvironment(process.env));
  await close();
  process.stdout.write(migrated.length > 0 ? `Ran ${migrated.join(', ')}\n` : 'Nothing to do\n');
}
