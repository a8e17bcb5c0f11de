import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { linkageTexts } from '../api/linkage-texts.ts';
import { linkageStatuses } from '../api/schemas.ts';
import type { Google, LinkageChoice, LinkageResults } from '../api/types.ts';
import { emailKey } from '../contact/normalize.ts';
import { googleAccess, googleMail } from '../scan/provider.ts';
import { byOperator } from '../store/by-operator.ts';
import { changeGoogle } from '../store/commands/change-google.ts';
import { googleAnswer } from '../store/commands/google-answer.ts';
import { getProvider, googleProvider } from '../store/commands/google-credential.ts';
import * as linkages from '../store/commands/linkages.ts';
import { askingForNames, namesOfDirectory } from '../store/commands/names-of-directory.ts';
import { deleteServiceAccount, setServiceAccount, tryServiceAccount } from '../store/commands/set-service-account.ts';
import type { Context } from '../store/context.ts';
import type { Step } from '../store/routes/handlers.ts';
import { openDatabase } from '../store/sql/database.ts';
import { getIntegration } from '../store/sql/integrations.ts';
import { type LinkedUser, listLinkedUsers } from '../store/sql/linkages.ts';
import { nameUsers } from '../store/sql/rosters.ts';
import type { Db } from '../store/sql/schema.ts';
import { databaseEnvironment, databaseHelp, secretKeysEnvironment, secretKeysHelp } from './environment.ts';
import { oneOf } from './one-of.ts';

const help = `Usage: npm run contact-inbox -- google status --domain DOMAIN
       npm run contact-inbox -- google key set FILE --domain DOMAIN [--as ADDRESS]
       npm run contact-inbox -- google key delete --domain DOMAIN
       npm run contact-inbox -- google on|off --domain DOMAIN [--function NAME]
       npm run contact-inbox -- google start --domain DOMAIN EMAIL…|--all [--as ADDRESS]
       npm run contact-inbox -- google disable|retry --domain DOMAIN EMAIL…|--all
       npm run --silent contact-inbox -- google users --domain DOMAIN [--status STATUS] [--search TEXT]

Does for an organisation what its admins do under Settings, Integrations, Google: registers the key file of a service account,
switches automatic suggestions on or off, and says whose mailbox is read. The audit log says that the operator did it.

  --domain DOMAIN    the organisation's primary Workspace domain
  --as ADDRESS       key set: whose mailbox the key is tried on; start: in whose name the directory is asked for the users'
                     names, where it is delegated (default: the first admin)
  --function NAME    contactInbox, suggestions from signatures, or activity, who wrote with whom (default: contactInbox)
  --all              every enabled user
  --status STATUS    ${linkageStatuses.join(', ')}
  --search TEXT      only users with this in address or name

Its environment:

${databaseHelp}
${secretKeysHelp}
`;

/** `contact-inbox google`: see its help. */
export async function run(args: string[]): Promise<void> {
  if (parse(args).values.help) {
    process.stdout.write(help);
    return;
  }
  const work = googleCommand(args);
  const { db, close } = await openDatabase(databaseEnvironment(process.env));
  try {
    const services = { secretKeys: secretKeysEnvironment(process.env), mailProvider: googleMail(googleAccess()) };
    process.stdout.write(await work(db, services));
  } finally {
    await close();
  }
}

/** What a command line asks for, over a database: what is printed. Throws an Error when it asks for nothing there is. */
export function googleCommand(args: string[]): (db: Db, services: Services) => Promise<string> {
  const { values, positionals } = parse(args);
  const { domain = '' } = values;
  const name = Object.keys(commands).find((one) => `${positionals.join(' ')} `.startsWith(`${one} `));
  const command = name === undefined ? undefined : commands[name];
  if (!command) throw new Error(`Say google ${Object.keys(commands).join(', ')}; google --help says more`);
  if (!domain) throw new Error('--domain is missing: whose mailboxes?');
  const work = command(positionals.slice(name?.split(' ').length), values);
  return (db, services) => work(byOperator(db, domain.toLowerCase(), 'operator', services));
}

type Services = Parameters<typeof byOperator>[3];

const parse = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      domain: { type: 'string' },
      as: { type: 'string' },
      function: { type: 'string', default: 'contactInbox' },
      all: { type: 'boolean', default: false },
      status: { type: 'string' },
      search: { type: 'string', default: '' },
      help: { type: 'boolean', short: 'h' },
    },
  });

type Values = ReturnType<typeof parse>['values'];

/** Each reads what it is told before the database is opened, and gives what is printed. */
const commands: Record<string, (rest: string[], values: Values) => (step: Step) => Promise<string>> = {
  status(rest) {
    nothingMore(rest);
    return (step) => step(async (context) => shown(await answer(context)));
  },

  'key set'([file = '', ...rest], { as }) {
    nothingMore(rest);
    if (!file) throw new Error('Name the JSON file of the key');
    return async (step) => {
      const keyFile = await readFile(file, 'utf8');
      const asked = await step(async (context) => ({ provider: getProvider(context), admins: context.tenant.admins }));
      const tried = await tryServiceAccount(asked.provider, { keyFile }, as ?? asked.admins[0] ?? '');
      return await step(async (context) => shown(await setServiceAccount(context, tried)));
    };
  },

  'key delete'(rest) {
    nothingMore(rest);
    return (step) => step(async (context) => shown(await deleteServiceAccount(context)));
  },

  on: (rest, values) => switching(true, rest, values),
  off: (rest, values) => switching(false, rest, values),

  start(rest, values) {
    const choice = choiceOf(rest, values);
    return async (step) => {
      await fillNames(step, choice, values.as);
      return await step(async (context) => shownResults(await linkages.startLinkages(context, choice)));
    };
  },

  disable: (rest, values) => deciding(linkages.disableLinkages, rest, values),
  retry: (rest, values) => deciding(linkages.retryLinkages, rest, values),

  users(rest, { status, search }) {
    nothingMore(rest);
    const query = {
      q: emailKey(search),
      ...(status !== undefined && { status: oneOf(linkageStatuses, status, '--status') }),
      limit: 1_000_000,
    };
    return (step) =>
      step(async ({ db, tenant }) => {
        const users = await listLinkedUsers(db, tenant.id, googleProvider, query);
        return users.map(lineOf).join('') || 'Nobody is enabled, or the filter finds nobody\n';
      });
  },
};

function switching(on: boolean, rest: string[], values: Values) {
  nothingMore(rest);
  const name = oneOf(['contactInbox', 'activity'], values.function, '--function');
  return (step: Step) =>
    step(async (context) => {
      const { revision } = await answer(context);
      return shown(await changeGoogle(context, { revision, functions: { [name]: on } }));
    });
}

function deciding(
  decide: (context: Context, choice: LinkageChoice) => Promise<LinkageResults>,
  emails: string[],
  values: Values,
) {
  const choice = choiceOf(emails, values);
  return (step: Step) => step(async (context) => shownResults(await decide(context, choice)));
}

function choiceOf(emails: string[], { all }: Values): LinkageChoice {
  if (all === emails.length > 0) throw new Error('Name the users by address, or say --all');
  return all ? { all: {} } : { emails };
}

/** The directory's names for enabled users, page after page; none where it does not answer. */
async function fillNames(step: Step, choice: LinkageChoice, as: string | undefined): Promise<void> {
  const asking = await step((context) => askingForNames(context, choice, as ?? context.tenant.admins[0]));
  if (!asking) return;
  for (let people = await namesOfDirectory(asking); people.length > 0; people = await namesOfDirectory(asking)) {
    const found = people;
    await step((context) => nameUsers(context.db, context.tenant.id, found));
  }
}

function shownResults({ results, counts }: LinkageResults): string {
  const lines = results.map(({ email, outcome }) => `${email}\t${outcome}\n`);
  const summary = Object.entries(counts).map(([outcome, count]) => `${count} ${outcome}`);
  return `${lines.join('')}${summary.join(', ') || 'nobody'}\n`;
}

function nothingMore(rest: string[]): void {
  if (rest.length > 0) throw new Error(`${JSON.stringify(rest[0])} is too much; google --help says more`);
}

const answer = async (context: Context): Promise<Google> =>
  await googleAnswer(context, await getIntegration(context.db, context.tenant.id, googleProvider));

function shown({ key, scopeLine, functions, settings, linkages: counts }: Google): string {
  const rows: [string, string | number][] = [
    ['key', key ? (key.kind === 'key' ? key.account : `${key.account} (attached, no key file)`) : 'none'],
    ...(key
      ? ([
          ['  project', key.project ?? ''],
          ['  key id', key.keyId ?? ''],
          ['  fingerprint', key.fingerprint ?? ''],
          ['  registered', `${key.registeredAt} by ${key.registeredBy}`],
          ['  to delegate: client id', key.clientId ?? ''],
          ['  to delegate: scopes', scopeLine],
          ...(key.cause ? [['  when it was tried', linkageTexts.en[key.cause].cause] as [string, string]] : []),
        ] as [string, string][])
      : []),
    ['automatic suggestions', onOff(functions.contactInbox)],
    ['activity', onOff(functions.activity)],
    ['first reading goes back', `${settings.backfillDays} days`],
    ['sent mail', settings.sentMail ? 'is read' : 'is not read'],
    ['labels', settings.labels.join(', ') || 'inbox'],
    ...linkageStatuses.map((status): [string, number] => [`users ${status}`, counts[status] ?? 0]),
  ];
  return rows.map(([name, value]) => `${`${name.padEnd(28)}${value}`.trimEnd()}\n`).join('');
}

const onOff = ({ on, changedAt, changedBy }: Google['functions']['activity']): string =>
  `${on ? 'on' : 'off'}${changedAt ? `, since ${changedAt} by ${changedBy}` : ''}`;

function lineOf({ email, name = '', linkage }: LinkedUser): string {
  const { status = 'not-started', cause, reference, nextTryAt } = linkage ?? {};
  const next = nextTryAt && status !== 'active' ? `next try ${nextTryAt.toISOString()}` : '';
  return `${[email, status, cause ?? '', reference ?? '', next, name].join('\t').trimEnd()}\n`;
}
