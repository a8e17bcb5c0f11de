import type { ContactChange, ContactChanged } from '../../api/types.ts';
import type { ContactCard } from '../../contact/card.ts';
import { emailKeys } from '../../contact/match.ts';
import { emptyCard, mergeCards } from '../../contact/merge.ts';
import { emailKey, isBlank, readable } from '../../contact/normalize.ts';
import { type ContactContent, compareValues, valuesOf } from '../../contact/values.ts';
import { contactAnswer } from '../answers.ts';
import type { Context } from '../context.ts';
import { Problem } from '../problem.ts';
import { ownersOf } from '../sql/contact-emails.ts';
import { isOnRoster } from '../sql/rosters.ts';
import { changeContact } from './contact-writes.ts';
import { changesOf, getLockedContact } from './get-contact.ts';
import { offerUndo } from './offer-undo.ts';

/** Changes what the caller names, as typed by them. */
export async function updateContact(context: Context, id: string, change: ContactChange): Promise<ContactChanged> {
  const contact = await getLockedContact(context, id, change.revision);
  const next = changed(contact, change);
  if (isBlank(next.card.fn)) throw new Problem('contact-incomplete', 'Give the contact a name (fn)');
  await refuseAddressesOfOthers(context, contact.id, next.card);
  if (next.owner !== contact.owner) await refuseOwnerFromElsewhere(context, next.owner);
  const { ended, added } = compareValues(valuesOf(contact), valuesOf(next));
  const write = await changeContact(context, contact, next, { act: 'edit' });
  const unchanged = write.contact.revision === contact.revision;
  return {
    contact: contactAnswer(write.contact),
    changes: changesOf(ended, added),
    ...(!unchanged && { undo: await offerUndo(context, { kind: 'edit', steps: write.undo }) }),
  };
}

function changed(contact: ContactContent, { card: named = {}, ...change }: ContactChange): ContactContent {
  const given = Object.fromEntries(Object.entries(named).map(([field, value]) => [field, value ?? undefined]));
  const { card } = mergeCards(emptyCard, { ...contact.card, ...given } as ContactCard);
  const tags = change.tags ? cleanTags(change.tags) : contact.tags;
  const notes = change.notes === undefined ? contact.notes : change.notes?.trim() || undefined;
  const owner = change.owner === undefined ? contact.owner : change.owner === null ? undefined : emailKey(change.owner);
  return { card, tags, ...(notes !== undefined && { notes }), ...(owner !== undefined && { owner }) };
}

/** Without blanks, and each once. */
const cleanTags = (tags: string[]): string[] => [...new Set(tags.filter((tag) => !isBlank(tag)).map(readable))];

async function refuseAddressesOfOthers({ db, tenant }: Context, id: string, card: ContactCard): Promise<void> {
  const owners = await ownersOf(db, tenant.id, emailKeys(card));
  const errors = card.email.flatMap((address, i) => {
    const owner = owners.get(emailKey(address));
    return owner === undefined || owner === id
      ? []
      : [{ path: `body.card.email.${i}`, message: `is of the contact ${owner}` }];
  });
  if (errors.length > 0)
    throw new Problem('address-taken', 'Merge the two contacts, or leave the address out', { errors });
}

async function refuseOwnerFromElsewhere({ db, tenant }: Context, owner: string | undefined): Promise<void> {
  if (owner === undefined || tenant.admins.includes(owner) || (await isOnRoster(db, tenant.id, owner))) return;
  const errors = [{ path: 'body.owner', message: 'is no enabled user of this organisation' }];
  throw new Problem('request-invalid', 'The owner must be a colleague', { errors });
}
