import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { DryRun, linkageStatuses } from '../api/schemas.ts';
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
import { askingGoogle } from '../store/routes/google.ts';
import type { Step } from '../store/routes/handlers.ts';
import { openDatabase } from '../store/sql/database.ts';
import { getIntegration } from '../store/sql/integrations.ts';
import { listLinkedUsers } from '../store/sql/linkages.ts';
import { listMails } from '../store/sql/outgoing-mails.ts';
import { keepDirectoryNames } from '../store/sql/rosters.ts';
import type { Db } from '../store/sql/schema.ts';
import { type Confirm, confirmAtTerminal } from './confirm.ts';
import { databaseEnvironment, databaseHelp, secretKeysEnvironment, secretKeysHelp } from './environment.ts';
import { groupsOfDirectory, peopleOfDirectory } from './google-directory.ts';
import { settingsIn } from './google-settings.ts';
import { cells, shown, shownMail, shownResults, shownSettings, shownTrial, shownUser } from './google-shown.ts';
import { functionNames, whatDeletingStops, whatStarts, whatStops } from './google-stops.ts';
import { disableUsers, enableUsers, typedUsers } from './google-users.ts';
import { oneOf } from './one-of.ts';
import { readUsersFile } from './users-file.ts';

const help = `Usage: npm run contact-inbox -- google COMMAND --domain DOMAIN [OPTIONS]

  status                      key, switches, settings, and how many mailboxes are in which state
  key set FILE                registers the key file of a service account
  key attach ACCOUNT          or a service account that needs no key, since the store runs as one that may sign for it
  key delete                  forgets it; says first what stops
  on, off                     switches a function; on says first what is kept and counted, off what stops
  settings                    shows which mails are read; with --backfill-days and the like, changes that
  users                       the enabled users and their mailboxes; --status and --search choose
  users add EMAIL…            enables users: by address, of a --file, of a --group or a --unit of the directory
  users remove EMAIL…         disables users
  start, retry EMAIL…|--all   begins to read mailboxes, or tries again what failed
  disable EMAIL…|--all        ends it
  try EMAIL                   what would linking this user suggest, what would be left out and why? Nothing is kept
  directory people            the people of the directory; --search, --group and --unit choose
  directory groups, units     its groups, and its organisational units
  mails                       the mails to admins, newest first, at most 100

Does for an organisation what its admins do under Settings, Integrations, Google. The audit log says that the operator did it.

  --domain DOMAIN       the organisation's primary Workspace domain
  --as ADDRESS          in whose name Google is asked: whose mailbox a key is tried on, who may read the directory
                        (default: the first admin)
  --function NAME       contactInbox, suggestions from signatures, or activity, who wrote with whom (default: contactInbox)
  --all                 every enabled user
  --status STATUS       ${linkageStatuses.join(', ')}
  --search TEXT         only who has this in address or name
  --file FILE           a CSV file of addresses and names, as Google Admin and Excel write it
  --group ADDRESS       the members of this group of the directory
  --unit PATH           the people of this organisational unit
  --days NUMBER         try: of how many days, 1 to 30 (default: 7)
  --backfill-days N     settings: how far back the first reading of a mailbox goes, 0 to 365
  --sent-mail on|off    settings: whether mail that the user sent is read
  --promotions on|off   settings: whether mail that Gmail files under promotions is read
  --label NAME          settings: only mail with one of these labels; once for each, '' for the inbox
  --after DATE|none     settings: only mail since this day, as in 2026-11-26
  --yes                 on, off, key delete: without asking; on then accepts what is kept and counted

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
  const name = Object.keys(commands)
    .sort((a, b) => b.length - a.length)
    .find((one) => `${positionals.join(' ')} `.startsWith(`${one} `));
  const command = name === undefined ? undefined : commands[name];
  if (!command) throw new Error(`Say google ${Object.keys(commands).join(', ')}; google --help says more`);
  if (!domain) throw new Error('--domain is missing: whose mailboxes?');
  const work = command(positionals.slice(name?.split(' ').length), values);
  return async (db, { confirm = confirmAtTerminal, ...services }) =>
    await work(byOperator(db, domain.toLowerCase(), 'operator', services), values.yes ? async () => true : confirm);
}

type Services = Parameters<typeof byOperator>[3] & { confirm?: Confirm };

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
      file: { type: 'string' },
      group: { type: 'string' },
      unit: { type: 'string' },
      days: { type: 'string', default: '7' },
      'backfill-days': { type: 'string' },
      'sent-mail': { type: 'string' },
      promotions: { type: 'string' },
      label: { type: 'string', multiple: true },
      after: { type: 'string' },
      yes: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });

type Values = ReturnType<typeof parse>['values'];

type Command = (rest: string[], values: Values) => (step: Step, confirm: Confirm) => Promise<string>;

/** Each reads what it is told before the database is opened, and gives what is printed. */
const commands: Record<string, Command> = {
  status(rest) {
    nothingMore(rest);
    return (step) => step(async (context) => shown(await answer(context)));
  },

  'key set'([file = '', ...rest], values) {
    nothingMore(rest);
    if (!file) throw new Error('Name the JSON file of the key');
    return async (step) => await register(step, { keyFile: await readFile(file, 'utf8') }, values);
  },

  'key attach'([account = '', ...rest], values) {
    nothingMore(rest);
    if (!account.includes('@')) throw new Error('Name the address of the service account');
    return (step) => register(step, { attached: emailKey(account) }, values);
  },

  'key delete'(rest) {
    nothingMore(rest);
    return async (step, confirm) => {
      const { key, linkages: counts } = await step(answer);
      if (key && !(await confirm(whatDeletingStops(key, counts)))) return unchanged;
      return await step(async (context) => shown(await deleteServiceAccount(context)));
    };
  },

  on: (rest, values) => switching(true, rest, values),
  off: (rest, values) => switching(false, rest, values),

  settings(rest, values) {
    nothingMore(rest);
    const settings = settingsIn(values);
    return (step) =>
      step(async (context) => {
        const present = await answer(context);
        if (Object.keys(settings).length === 0) return shownSettings(present.settings);
        return shownSettings((await changeGoogle(context, { revision: present.revision, settings })).settings);
      });
  },

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
        return users.map(shownUser).join('') || 'Nobody is enabled, or the filter finds nobody\n';
      });
  },

  'users add'(emails, values) {
    const { file, group, unit } = values;
    const ways = [emails.length > 0, file !== undefined, group !== undefined, unit !== undefined];
    if (ways.filter(Boolean).length !== 1) throw new Error('Say whom: addresses, --file, --group or --unit');
    return async (step) => {
      if (group !== undefined || unit !== undefined) {
        const found = await peopleOfDirectory(step, values.as, { group, orgUnit: unit });
        return await step(async (context) => {
          const said = await enableUsers(context, found);
          await keepDirectoryNames(context.db, context.tenant.id, found);
          return said;
        });
      }
      const { people, unreadable } = file === undefined ? typedUsers(emails) : readUsersFile(await readFile(file));
      const left = unreadable.map(({ row, text }) => `row ${row}: no address in ${JSON.stringify(text)}\n`);
      return `${left.join('')}${await step((context) => enableUsers(context, people))}`;
    };
  },

  'users remove'(emails) {
    if (emails.length === 0) throw new Error('Name the users by address');
    const { people } = typedUsers(emails);
    return (step) => step((context) => disableUsers(context, people));
  },

  try([email = '', ...rest], { days }) {
    nothingMore(rest);
    if (!email) throw new Error('Name the user by address');
    const asked = DryRun.safeParse({ days: Number(days), lang: 'en' });
    if (!asked.success) throw new Error('--days is a number from 1 to 30');
    return async (step) => {
      const finish = await askingGoogle.tryLinkage(step, { params: { email }, query: undefined, body: asked.data });
      return shownTrial(email, await step(finish));
    };
  },

  'directory people'(rest, values) {
    nothingMore(rest);
    const { search: q, group, unit: orgUnit } = values;
    return async (step) => {
      const people = await peopleOfDirectory(step, values.as, { ...(q && { q }), group, orgUnit });
      return people.map(({ email, name, enabled }) => cells(email, enabled ? 'enabled' : '', name)).join('');
    };
  },

  'directory groups'(rest, values) {
    nothingMore(rest);
    return async (step) => {
      const { groups, moreGroups } = await groupsOfDirectory(step, values.as);
      const rest = moreGroups ? ['There are more groups; users add --group takes users from any of them\n'] : [];
      return [...groups.map(({ email, name }) => cells(email, name)), ...rest].join('');
    };
  },

  'directory units'(rest, values) {
    nothingMore(rest);
    return async (step) =>
      (await groupsOfDirectory(step, values.as)).orgUnits.map(({ path, name }) => cells(path, name)).join('');
  },

  mails(rest) {
    nothingMore(rest);
    return (step) =>
      step(async ({ db, tenant }) => (await listMails(db, tenant.id, 100)).map(shownMail).join('') || 'No mails yet\n');
  },
};

const unchanged = 'Nothing was changed\n';

/** Tries the account, then keeps it. */
async function register(step: Step, account: Parameters<typeof tryServiceAccount>[1], { as }: Values): Promise<string> {
  const asked = await step(async (context) => ({ provider: getProvider(context), admins: context.tenant.admins }));
  const tried = await tryServiceAccount(asked.provider, account, as ?? asked.admins[0] ?? '');
  return await step(async (context) => shown(await setServiceAccount(context, tried)));
}

function switching(on: boolean, rest: string[], values: Values) {
  nothingMore(rest);
  const name = oneOf(functionNames, values.function, '--function');
  return async (step: Step, confirm: Confirm) => {
    const { revision, functions, key, linkages: counts } = await step(answer);
    const meaning = on ? whatStarts : whatStops(name, functions, counts);
    if (functions[name].on !== on && (!on || key) && !(await confirm(meaning))) return unchanged;
    const change = { revision, functions: { [name]: on }, ...(on && { noticeAccepted: true as const }) };
    return await step(async (context) => shown(await changeGoogle(context, change)));
  };
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
    await step((context) => keepDirectoryNames(context.db, context.tenant.id, found));
  }
}

function nothingMore(rest: string[]): void {
  if (rest.length > 0) throw new Error(`${JSON.stringify(rest[0])} is too much; google --help says more`);
}

const answer = async (context: Context): Promise<Google> =>
  await googleAnswer(context, await getIntegration(context.db, context.tenant.id, googleProvider));
