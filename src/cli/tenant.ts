import { parseArgs } from 'node:util';
import { createTenant } from '../store/commands/create-tenant.ts';
import { openDatabase } from '../store/sql/database.ts';
import { listTenants, type Tenant } from '../store/sql/tenants.ts';
import { databaseEnvironment, databaseHelp } from './environment.ts';
import { oneOf } from './one-of.ts';

const help = `Usage: npm run contact-inbox -- tenant create OPTIONS
       npm run contact-inbox -- tenant list

Sets an organisation up, or brings an existing one to these settings: what is not said is then at its default. Contacts
and enabled users stay.

  --domain DOMAIN            the hd claim of its users' identity tokens: the primary Workspace domain
  --name NAME                as users read it
  --admin ADDRESS            who may enable users; once for each
  --contact TEXT             whom users ask, beside the admins
  --feature on|off           whether Contact Inbox is switched on (default: on)
  --quota NUMBER             new contacts a month (default: no limit)
  --quota-policy warn|block  what happens past it (default: warn)
  --internal-domain DOMAIN   other domains whose senders are colleagues; once for each

Its environment:

${databaseHelp}
`;

/** `contact-inbox tenant`: see its help. */
export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parse(args);
  const [command, ...rest] = positionals;
  if (values.help) process.stdout.write(help);
  else if (command === 'create' && rest.length === 0) await create(values);
  else if (command === 'list' && rest.length === 0) await list();
  else throw new Error('Say tenant create or tenant list; tenant --help says more');
}

const parse = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      domain: { type: 'string', default: '' },
      name: { type: 'string', default: '' },
      admin: { type: 'string', multiple: true, default: [] },
      contact: { type: 'string' },
      feature: { type: 'string', default: 'on' },
      quota: { type: 'string' },
      'quota-policy': { type: 'string', default: 'warn' },
      'internal-domain': { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', short: 'h' },
    },
  });

type Values = ReturnType<typeof parse>['values'];

async function create(values: Values): Promise<void> {
  const { domain, name, admin, contact } = values;
  const feature = oneOf(['on', 'off'], values.feature, '--feature') === 'on';
  const policy = oneOf(['warn', 'block'], values['quota-policy'], '--quota-policy');
  const allowed = values.quota === undefined ? null : numberIn(values.quota, '--quota');
  const settings = { domain, name, admins: admin, contact, feature, quota: { allowed, policy } };
  const { db, close } = await openDatabase(databaseEnvironment(process.env));
  try {
    await createTenant(db, { ...settings, internalDomains: values['internal-domain'] });
  } finally {
    await close();
  }
  process.stdout.write(`${domain} is set up; its admins: ${admin.join(', ')}\n`);
}

async function list(): Promise<void> {
  const { db, close } = await openDatabase(databaseEnvironment(process.env));
  try {
    const tenants = await listTenants(db);
    process.stdout.write(tenants.map(lineOf).join('') || 'No organisation is set up; tenant create does it\n');
  } finally {
    await close();
  }
}

function lineOf({ domain, name, feature, quota, admins }: Tenant): string {
  const limit = quota.allowed === null ? 'no limit' : `${quota.allowed} a month (${quota.policy})`;
  return `${[domain, name, feature ? 'on' : 'off', limit, admins.join(', ')].join('\t')}\n`;
}

function numberIn(text: string, option: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${option} is ${JSON.stringify(text)}, not a number`);
  return Number(text);
}
