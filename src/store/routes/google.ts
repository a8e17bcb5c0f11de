import { linkageTexts } from '../../api/linkage-texts.ts';
import type { ResponseOf } from '../../api/operations.ts';
import { leftOutIn } from '../../api/skip-texts.ts';
import type { Linkage } from '../../api/types.ts';
import { emailKey } from '../../contact/normalize.ts';
import { changeGoogle } from '../commands/change-google.ts';
import { googleAnswer } from '../commands/google-answer.ts';
import { getCredential, getProvider, googleProvider } from '../commands/google-credential.ts';
import { noteTrial } from '../commands/key-state.ts';
import * as linkages from '../commands/linkages.ts';
import { askingForNames, namesOfDirectory } from '../commands/names-of-directory.ts';
import { recordAct } from '../commands/record-act.ts';
import { deleteServiceAccount, setServiceAccount, tryServiceAccount } from '../commands/set-service-account.ts';
import { wouldSuggest } from '../commands/would-suggest.ts';
import type { Context } from '../context.ts';
import { cursorAt, readAddressCursor } from '../cursor.ts';
import { internalDomainsOf, isOwnMailbox } from '../internal-domains.ts';
import { LinkageFailure } from '../mail-provider.ts';
import { pageOf } from '../page.ts';
import { Problem } from '../problem.ts';
import { getIntegration } from '../sql/integrations.ts';
import { countByStatus, findLinkedUser, type LinkedUser, listLinkedUsers } from '../sql/linkages.ts';
import { listMails } from '../sql/outgoing-mails.ts';
import { keepDirectoryNames, namesOnRoster } from '../sql/rosters.ts';
import type { AskingHandlers, Handlers } from './handlers.ts';

type GoogleId =
  | 'getGoogle'
  | 'deleteServiceAccount'
  | 'changeGoogle'
  | 'listLinkages'
  | 'getLinkage'
  | 'retryLinkages'
  | 'disableLinkages'
  | 'listOutgoingMails';

export const google: Handlers<GoogleId> = {
  async getGoogle(context) {
    return await googleAnswer(context, await getIntegration(context.db, context.tenant.id, googleProvider));
  },

  deleteServiceAccount: (context) => deleteServiceAccount(context),

  changeGoogle: (context, { body }) => changeGoogle(context, body),

  async listLinkages({ db, tenant }, { query: { q: said = '', status, lang, limit, cursor } }) {
    const after = readAddressCursor(cursor);
    const q = emailKey(said);
    const found = await listLinkedUsers(db, tenant.id, googleProvider, { q, status, after, limit: limit + 1 });
    const { page, ...next } = pageOf(found, limit, (last) => cursorAt(last.email));
    const counts = await countByStatus(db, tenant.id, googleProvider, { q });
    const total = status ? counts[status] : Object.values(counts).reduce((sum, count) => sum + count, 0);
    return { items: page.map((user) => linkageAnswer(user, lang)), ...next, total, counts };
  },

  async getLinkage(context, { params, query }) {
    return linkageAnswer(await getUser(context, params.email), query.lang);
  },

  retryLinkages: (context, { body }) => linkages.retryLinkages(context, body),

  disableLinkages: (context, { body }) => linkages.disableLinkages(context, body),

  async listOutgoingMails({ db, tenant }) {
    const mails = await listMails(db, tenant.id, 100);
    return {
      items: mails.map(({ id, recipient, subject, text, createdAt, sentAt, failure }) => ({
        id,
        to: recipient,
        subject,
        text,
        createdAt: createdAt.toISOString(),
        ...(sentAt && { sentAt: sentAt.toISOString() }),
        ...(failure && { failure }),
      })),
    };
  },
};

/** What needs Google's answer, which no transaction waits for. */
export const askingGoogle: AskingHandlers = {
  async setServiceAccount(step, { body }) {
    const { provider, admin } = await step(async (context) => ({
      provider: getProvider(context),
      admin: context.user.email,
    }));
    const tried = await tryServiceAccount(provider, body, admin);
    return (context) => setServiceAccount(context, tried);
  },

  async tryLinkage(step, { params, body: { days, lang } }) {
    const email = emailKey(params.email);
    const asking = await step(async (context) => {
      await getUser(context, email);
      if (!isOwnMailbox(context.tenant, email)) throw notFound(email);
      const { settings } = await getIntegration(context.db, context.tenant.id, googleProvider);
      const internalDomains = internalDomainsOf(context.tenant);
      return { ...(await askingIn(context)), settings, internalDomains, now: context.now };
    });
    const { provider, credential, settings, internalDomains, now } = asking;
    const options = { days, limit: dryRunMails, settings, internalDomains, now };
    const found = await provider.dryRun(credential, email, options).catch(failureIn(lang));
    return async (context) => {
      const subject = { kind: 'user', id: email } as const;
      await recordAct(context, { act: 'linkage.dry-run', subject, details: { read: found.read } });
      await noteTrial(context, 'found' in found ? undefined : found.failure?.cause);
      if (!('found' in found)) return found;
      const tried = await wouldSuggest(context, email, found);
      return { ...tried, leftOut: leftOutIn(tried.skipped, lang) };
    };
  },

  async startLinkages(step, { body }) {
    const asking = await step((context) => askingForNames(context, body));
    const people = asking ? await namesOfDirectory(asking) : [];
    return async (context) => {
      const results = await linkages.startLinkages(context, body);
      await keepDirectoryNames(context.db, context.tenant.id, people);
      return results;
    };
  },

  async listDirectory(step, { query: { q, group, orgUnit, cursor } }) {
    const { provider, credential, admin } = await step(askingIn);
    const by = { admin, q, group, orgUnit, pageToken: cursor };
    const { people, nextPageToken } = await provider
      .listPeople(credential, by)
      .catch(noDirectory(provider.scopes.directory));
    return async ({ db, tenant }) => {
      const named = people.map(({ email, name }) => ({ email: emailKey(email), name }));
      await keepDirectoryNames(db, tenant.id, named);
      const keys = named.map(({ email }) => email);
      const enabled = await namesOnRoster(db, tenant.id, keys);
      const items = named.map((person) => ({ ...person, enabled: enabled.has(person.email) }));
      return { items, ...(nextPageToken && { nextCursor: nextPageToken }) };
    };
  },

  async listDirectoryGroups(step) {
    const { provider, credential, admin } = await step(askingIn);
    const found = await provider.listGroups(credential, { admin }).catch(noDirectory(provider.scopes.directory));
    return async () => found;
  },
};

/** How many mails a dry run reads at most. */
const dryRunMails = 100;

const askingIn = async (context: Context) => ({
  provider: getProvider(context),
  credential: await getCredential(context),
  admin: context.user.email,
});

type Tried = ResponseOf<'tryLinkage'>;

const failureIn =
  (lang: 'en' | 'ja') =>
  (error: unknown): Tried => {
    if (!(error instanceof LinkageFailure)) throw error;
    const { status, reason } = error;
    const failure = { status, cause: reason, explained: linkageTexts[lang][reason] };
    return { read: 0, suggestions: [], skipped: {}, leftOut: [], failure };
  };

const noDirectory = (scopes: string[]) => (error: unknown) => {
  if (!(error instanceof LinkageFailure)) throw error;
  const detail = `${linkageTexts.en[error.reason].cause} The directory needs the Admin SDK API and these scopes delegated: ${scopes.join(',')}`;
  throw new Problem('directory-unavailable', detail, { cause: error, scopeLine: scopes.join(',') });
};

async function getUser({ db, tenant }: Context, email: string): Promise<LinkedUser> {
  const user = await findLinkedUser(db, tenant.id, googleProvider, emailKey(email));
  if (!user) throw notFound(email);
  return user;
}

const notFound = (email: string): Problem =>
  new Problem('linkage-not-found', `${email} is not on the list of enabled users of this organisation`);

function linkageAnswer({ email, name, linkage }: LinkedUser, lang: 'en' | 'ja'): Linkage {
  const who = { email, ...(name && { name }) };
  if (!linkage) return { ...who, status: 'not-started', read: 0, suggested: 0, skipped: {}, leftOut: [] };
  const { status, cause, reference, startedAt, lastSuccessAt, nextTryAt, read, suggested, skipped } = linkage;
  return {
    ...who,
    status,
    ...(cause && { cause, explained: linkageTexts[lang][cause] }),
    ...(reference && { reference }),
    startedAt: startedAt.toISOString(),
    ...(lastSuccessAt && { lastSuccessAt: lastSuccessAt.toISOString() }),
    ...(nextTryAt && { nextTryAt: nextTryAt.toISOString() }),
    read,
    suggested,
    skipped,
    leftOut: leftOutIn(skipped, lang),
  };
}
