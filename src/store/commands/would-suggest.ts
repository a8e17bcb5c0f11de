import type { DryRunResult, NewSuggestion } from '../../api/types.ts';
import { cardFrom } from '../../contact/card.ts';
import { waitingKey } from '../../contact/match.ts';
import type { Context } from '../context.ts';
import type { DryRunFound } from '../mail-provider.ts';
import { findLinkedUser } from '../sql/linkages.ts';
import { mailboxUser } from '../sql/mailbox-suggestions.ts';
import { inSavepoint } from '../sql/savepoint.ts';
import { nameMailbox } from '../sql/transaction.ts';
import { googleProvider } from './google-credential.ts';
import { rolesOf } from './match-contacts.ts';
import { newerOf } from './newer-draft.ts';
import { suggestFromMailbox } from './suggest-from-mailbox.ts';

type Tried = Pick<DryRunResult, 'read' | 'suggestions' | 'skipped'>;

/**
 * What of a user's mails would wait for them if a worker had read these, and why the others suggest nobody: the worker's own
 * command finds out, in the name of the mailbox's user, and is then taken back.
 */
export async function wouldSuggest(
  context: Context,
  email: string,
  { read, found, skipped }: DryRunFound,
): Promise<Tried> {
  const outcomes = await takenBack(context, () => inMailboxOf(context, email, (of) => suggestFromMailbox(of, found)));
  const counts = { ...skipped };
  for (const outcome of outcomes) if (outcome !== 'suggested') counts[outcome] = (counts[outcome] ?? 0) + 1;
  const suggested = found.filter((_, at) => outcomes[at] === 'suggested');
  return { read, suggestions: byPerson(context, suggested).map(shown), skipped: counts };
}

async function inMailboxOf<T>(context: Context, email: string, work: (of: Context) => Promise<T>): Promise<T> {
  const { db, tenant, user } = context;
  const linked = await findLinkedUser(db, tenant.id, googleProvider, email);
  const userId = linked?.linkage?.userId ?? mailboxUser(email);
  await nameMailbox(db, { userId, email });
  return await work({ ...context, user: { userId, email, domain: user.domain, role: 'user', enabled: true } });
}

/** What some work finds out, without what it has written and in whose name. */
async function takenBack<T>({ db }: Context, work: () => Promise<T>): Promise<T> {
  class TakenBack extends Error {
    constructor(readonly result: T) {
      super('What was tried is taken back');
    }
  }
  try {
    return await inSavepoint(db, async () => {
      throw new TakenBack(await work());
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.result;
    throw error;
  }
}

/** Of several mails of a person the newest. */
function byPerson({ tenant }: Context, mails: NewSuggestion[]): NewSuggestion[] {
  const newest = new Map<string, NewSuggestion>();
  for (const mail of mails) {
    const person = waitingKey(mail.draft, rolesOf(tenant)) ?? mail.source.messageId;
    newest.set(person, { ...mail, ...newerOf(newest.get(person) ?? mail, mail) });
  }
  return [...newest.values()];
}

function shown({ draft }: NewSuggestion): Tried['suggestions'][number] {
  const { fn, email, org, title } = cardFrom(draft);
  const [address] = email;
  return {
    ...(fn && { fn }),
    ...(address && { email: address }),
    ...(org && { org: org.name }),
    ...(title && { title }),
  };
}
