import { parseArgs } from 'node:util';
import { changeTenant, createTenant, getTenant, type NewTenant } from '../store/commands/create-tenant.ts';
import { openDatabase } from '../store/sql/database.ts';
import { usedByPeriod } from '../store/sql/quotas.ts';
import { countRoster } from '../store/sql/rosters.ts';
import type { Db } from '../store/sql/schema.ts';
import { findTenant, inTenant, listTenants, type Tenant } from '../store/sql/tenants.ts';
import { databaseEnvironment, databaseHelp } from './environment.ts';
import { oneOf } from './one-of.ts';

const help = `Usage: npm run contact-inbox -- tenant create OPTIONS
       npm run contact-inbox -- tenant set --domain DOMAIN OPTIONS
       npm run contact-inbox -- tenant show --domain DOMAIN
       npm run contact-inbox -- tenant list

create sets an organisation up; set changes what is said of one and leaves the rest as it is. What its admins have set
themselves (show names it), contacts and enabled users stay.

  --domain DOMAIN            the hd claim of its users' identity tokens: the primary Workspace domain
  --name NAME                as users read it
  --admin ADDRESS            who may enable users and change settings; once for each
  --contact TEXT             whom users ask, beside the admins; '' for nobody
  --feature on|off           whether Contact Inbox is part of the contract (default: on); off closes it for everybody
  --quota NUMBER|none        new contacts a month (default: none, no limit)
  --quota-policy warn|block  what happens past it (default: warn)
  --internal-domain DOMAIN   other domains whose senders are colleagues; once for each

Its environment:

${databaseHelp}
`;

/** `contact-inbox tenant`: see its help. */
export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parse(args);
  const [name = '', ...rest] = positionals;
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const command = Object.hasOwn(commands, name) && rest.length === 0 ? commands[name] : undefined;
  if (!command) throw new Error(`Say tenant ${Object.keys(commands).join(', ')}; tenant --help says more`);
  const work = command(values);
  const { db, close } = await openDatabase(databaseEnvironment(process.env));
  try {
    process.stdout.write(await work(db));
  } finally {
    await close();
  }
}

const parse = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      domain: { type: 'string', default: '' },
      name: { type: 'string' },
      admin: { type: 'string', multiple: true },
      contact: { type: 'string' },
      feature: { type: 'string' },
      quota: { type: 'string' },
      'quota-policy': { type: 'string' },
      'internal-domain': { type: 'string', multiple: true },
      help: { type: 'boolean', short: 'h' },
    },
  });

type Values = ReturnType<typeof parse>['values'];

/** Each reads its options before the database is opened, and gives what is printed. */
const commands: Record<string, (values: Values) => (db: Db) => Promise<string>> = {
  create(values) {
    const { quota, ...said } = optionsIn(values);
    const tenant = { domain: values.domain, name: '', admins: [], feature: true, ...said };
    return async (db) => {
      if (await findTenant(db, tenant.domain.toLowerCase())) {
        throw new Error(`${tenant.domain} is set up already; tenant set changes it`);
      }
      await createTenant(db, { ...tenant, quota: { ...noLimit, ...quota } });
      return `${tenant.domain} is set up; its admins: ${tenant.admins.join(', ')}\n`;
    };
  },

  set(values) {
    const { quota, ...said } = optionsIn(values);
    return async (db) => {
      const present = await getTenant(db, values.domain);
      await changeTenant(db, values.domain, { ...said, quota: { ...present.quota, ...quota } });
      return await shown(db, values.domain);
    };
  },

  show: (values) => (db) => shown(db, values.domain),

  list: () => async (db) =>
    (await listTenants(db)).map(lineOf).join('') || 'No organisation is set up; tenant create does it\n',
};

type Said = Partial<Omit<NewTenant, 'domain' | 'quota'>> & { quota: Partial<Tenant['quota']> };

/** What is said, and nothing else. Throws an Error that names the wrong option. */
function optionsIn(values: Values): Said {
  const { name, admin, contact, feature, quota } = values;
  const policy = values['quota-policy'];
  return {
    ...(name !== undefined && { name }),
    ...(admin && { admins: admin }),
    ...(contact !== undefined && { contact: contact || undefined }),
    ...(feature !== undefined && { feature: oneOf(['on', 'off'], feature, '--feature') === 'on' }),
    ...(values['internal-domain'] && { internalDomains: values['internal-domain'].filter(Boolean) }),
    quota: {
      ...(quota !== undefined && { allowed: quota === 'none' ? null : numberIn(quota, '--quota') }),
      ...(policy !== undefined && { policy: oneOf(policies, policy, '--quota-policy') }),
    },
  };
}

const policies = ['warn', 'block'] as const;
const noLimit = { allowed: null, policy: 'warn' } as const;

async function shown(db: Db, domain: string): Promise<string> {
  const tenant = await getTenant(db, domain);
  const { id, settings } = tenant;
  const { users, periods } = await inTenant(db, id, async (trx) => ({
    users: await countRoster(trx, id),
    periods: await usedByPeriod(trx, id),
  }));
  const rows: [string, string | number][] = [
    ['domain', tenant.domain],
    ['name', tenant.name],
    ['admins', tenant.admins.join(', ')],
    ['contact', tenant.contact ?? ''],
    ['feature', onOff(tenant.feature)],
    ['quota', limitOf(tenant)],
    ['internal domains', tenant.internalDomains.join(', ')],
    ['enabled users', users],
    ...periods.slice(0, 12).map(({ period, used }): [string, number] => [`added in ${period}`, used]),
    ['set by admins', `revision ${settings.revision}`],
    ['  switched on', onOff(settings.enabled)],
    ['  help contact', settings.helpContact ?? ''],
    ['  internal domains', settings.internalDomains.join(', ')],
    ['  role names', settings.roleNames.join(', ')],
    ['  suggestions wait', `${settings.suggestionDays} days`],
    ['  undo offered', `${settings.undoHours} hours`],
    ['  closed suggestions kept', `${settings.closedSuggestionDays} days`],
    ['  audit log kept', `${settings.auditDays} days`],
  ];
  return rows.map(([name, value]) => `${`${name.padEnd(26)}${value}`.trimEnd()}\n`).join('');
}

function lineOf({ domain, name, feature, admins, ...tenant }: Tenant): string {
  return `${[domain, name, onOff(feature), limitOf(tenant), admins.join(', ')].join('\t')}\n`;
}

const onOff = (value: boolean): string => (value ? 'on' : 'off');

const limitOf = ({ quota: { allowed, policy } }: Pick<Tenant, 'quota'>): string =>
  allowed === null ? 'no limit' : `${allowed} a month (${policy})`;

function numberIn(text: string, option: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${option} is ${JSON.stringify(text)}, not a number`);
  return Number(text);
}
