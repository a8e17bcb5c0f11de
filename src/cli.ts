import process from 'node:process';

/** What a subcommand's module exports. */
interface Command {
  run(args: string[]): Promise<void>;
}

/** Each is loaded when it is called, so that reading mail does not wait for a database. */
const commands: Record<string, { about: string; load: () => Promise<Command> }> = {
  extract: { about: 'read contacts from .eml, .mbox and .jsonl files', load: () => import('./cli/extract.ts') },
  store: { about: 'serve the contact store', load: () => import('./cli/store.ts') },
  worker: { about: 'do what is done beside requests: webhooks, clean-up', load: () => import('./cli/worker.ts') },
  tenant: { about: 'create or change an organisation of the store', load: () => import('./cli/tenant.ts') },
  contacts: {
    about: 'write contacts of the store to a file, or read them from one',
    load: () => import('./cli/contacts.ts'),
  },
  google: {
    about: 'the service account of an organisation, and whose mailbox is read',
    load: () => import('./cli/google.ts'),
  },
  secrets: { about: 'make and change the keys of the secrets in the database', load: () => import('./cli/secrets.ts') },
  migrate: { about: "bring the store's database up to date", load: () => import('./cli/migrate.ts') },
  backup: { about: 'write all that the store holds into a file', load: () => import('./cli/backup.ts') },
  restore: { about: 'read such a file into an empty database', load: () => import('./cli/restore.ts') },
  preview: { about: 'try everything in a local Gmail; npm start calls it', load: () => import('./cli/preview.ts') },
};

const help = `Usage: npm run --silent contact-inbox -- COMMAND [OPTIONS]

${Object.entries(commands)
  .map(([name, { about }]) => `  ${name.padEnd(9)} ${about}`)
  .join('\n')}

COMMAND --help says more.
`;

const [name = '--help', ...args] = process.argv.slice(2);
try {
  if (name === '--help' || name === '-h') process.stdout.write(help);
  else if (Object.hasOwn(commands, name)) await (await commands[name]?.load())?.run(args);
  else throw new Error(`There is no command ${JSON.stringify(name)}; --help lists them`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
