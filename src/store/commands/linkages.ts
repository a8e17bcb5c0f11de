import type { LinkageChoice, LinkageResults } from '../../api/types.ts';
import { emailKey } from '../../contact/normalize.ts';
import type { Context } from '../context.ts';
import { isOwnMailbox } from '../internal-domains.ts';
import { Problem } from '../problem.ts';
import { getIntegration } from '../sql/integrations.ts';
import * as rows from '../sql/linkages.ts';
import { googleProvider, keyMissing } from './google-credential.ts';
import { recordAct } from './record-act.ts';

type LinkageAct = 'linkage.start' | 'linkage.retry' | 'linkage.disable';
type Outcome = LinkageResults['results'][number]['outcome'];

/** Where users stand, as far as it matters to what an admin wants of their mailboxes. */
type Standing = 'enabled' | 'not-enabled' | 'read' | 'read in part' | 'failing' | 'disabled' | 'disabled, not-enabled';

/** Begins with those who are enabled; a mailbox that was read before is read from now on, without what came meanwhile. */
export async function startLinkages(context: Context, choice: LinkageChoice): Promise<LinkageResults> {
  const { db, tenant, now, user } = context;
  const { settings } = await needReadable(context);
  const users = await chosen(context, choice);
  const outcomes = decide(users, startOutcomes);
  const started = emailsWith(outcomes, 'started');
  const isNew = new Set(users.filter(({ linkage }) => !linkage).map(({ email }) => email));
  const backfillFrom = new Date(now.getTime() - settings.backfillDays * 24 * 60 * 60 * 1000);
  const fresh = started.filter((email) => isNew.has(email));
  const again = started.filter((email) => !isNew.has(email));
  const begun = { now, by: user.email };
  await rows.startLinkages(db, tenant.id, googleProvider, fresh, { ...begun, readFrom: backfillFrom });
  await rows.startLinkages(db, tenant.id, googleProvider, again, { ...begun, readFrom: now });
  await rows.retryLinkages(db, tenant.id, googleProvider, emailsWith(outcomes, 'retried'), now);
  return await answer(context, 'linkage.start', outcomes);
}

/** Those that failed are tried at once; of those that are read, mails that Google withheld. */
export async function retryLinkages(context: Context, choice: LinkageChoice): Promise<LinkageResults> {
  await needReadable(context);
  const outcomes = decide(await chosen(context, choice), retryOutcomes);
  const { db, tenant, now } = context;
  await rows.retryLinkages(db, tenant.id, googleProvider, emailsWith(outcomes, 'retried'), now);
  return await answer(context, 'linkage.retry', outcomes);
}

/** Their mailboxes are read no longer, from this moment on. */
export async function disableLinkages(context: Context, choice: LinkageChoice): Promise<LinkageResults> {
  const outcomes = decide(await chosen(context, choice), disableOutcomes);
  await rows.disableLinkages(context.db, context.tenant.id, googleProvider, emailsWith(outcomes, 'disabled'));
  return await answer(context, 'linkage.disable', outcomes);
}

const startOutcomes: Record<Standing, Outcome> = {
  enabled: 'started',
  'not-enabled': 'not-enabled',
  read: 'already',
  'read in part': 'already',
  failing: 'retried',
  disabled: 'started',
  'disabled, not-enabled': 'not-enabled',
};

const retryOutcomes: Record<Standing, Outcome> = {
  enabled: 'not-linked',
  'not-enabled': 'not-linked',
  read: 'already',
  'read in part': 'retried',
  failing: 'retried',
  disabled: 'disabled',
  'disabled, not-enabled': 'disabled',
};

const disableOutcomes: Record<Standing, Outcome> = {
  enabled: 'not-linked',
  'not-enabled': 'not-linked',
  read: 'disabled',
  'read in part': 'disabled',
  failing: 'disabled',
  disabled: 'already',
  'disabled, not-enabled': 'already',
};

function standingOf({ enabled, linkage }: Pick<rows.LinkedUser, 'enabled' | 'linkage'>): Standing {
  if (!linkage) return enabled ? 'enabled' : 'not-enabled';
  if (linkage.status === 'disabled') return enabled ? 'disabled' : 'disabled, not-enabled';
  if (linkage.status !== 'starting' && linkage.status !== 'active') return 'failing';
  return linkage.withheld.some(({ leftOut }) => leftOut) ? 'read in part' : 'read';
}

async function needReadable({ db, tenant }: Context) {
  const integration = await getIntegration(db, tenant.id, googleProvider);
  if (!integration.credential) throw keyMissing();
  if (!integration.functions.contactInbox?.on && !integration.functions.activity?.on) {
    throw new Problem('function-off', 'Switch automatic suggestions on first');
  }
  return integration;
}

/** Whom an admin means, locked, by address. The address of another organisation is none that is enabled. */
async function chosen(context: Context, choice: LinkageChoice): Promise<rows.LinkedUser[]> {
  const users = await found(context, choice);
  return users.map((user) => ({ ...user, enabled: user.enabled && isOwnMailbox(context.tenant, user.email) }));
}

/** An address that is nobody's here stands for itself. */
async function found({ db, tenant }: Context, choice: LinkageChoice): Promise<rows.LinkedUser[]> {
  if ('all' in choice) {
    const query = { ...choice.all, q: emailKey(choice.all.q ?? ''), limit: everybody };
    const listed = await rows.listLinkedUsers(db, tenant.id, googleProvider, query);
    const emails = listed.map(({ email }) => email);
    return await rows.lockLinkedUsers(db, tenant.id, googleProvider, emails);
  }
  const emails = [...new Set(choice.emails.map(emailKey))].sort();
  const known = await rows.lockLinkedUsers(db, tenant.id, googleProvider, emails);
  const byEmail = new Map(known.map((user) => [user.email, user]));
  return emails.map((email) => byEmail.get(email) ?? { email, enabled: false });
}

/** More than a roster holds. */
const everybody = 1_000_000;

type Outcomes = LinkageResults['results'];

const decide = (users: rows.LinkedUser[], outcomes: Record<Standing, Outcome>): Outcomes =>
  users.map((user) => ({ email: user.email, outcome: outcomes[standingOf(user)] }));

const emailsWith = (outcomes: Outcomes, wanted: Outcome): string[] =>
  outcomes.filter(({ outcome }) => outcome === wanted).map(({ email }) => email);

/** The outcomes that changed something. */
const effects: Record<LinkageAct, Outcome[]> = {
  'linkage.start': ['started', 'retried'],
  'linkage.retry': ['retried'],
  'linkage.disable': ['disabled'],
};

async function answer(context: Context, act: LinkageAct, outcomes: Outcomes): Promise<LinkageResults> {
  const counts: Record<string, number> = {};
  for (const { outcome } of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  const changed = outcomes.filter(({ outcome }) => effects[act].includes(outcome));
  if (changed.length > 0) {
    const users = changed.slice(0, 100).map(({ email }) => email);
    await recordAct(context, { act, details: { ...counts, users } });
  }
  return { results: outcomes.slice(0, 1000), counts };
}
