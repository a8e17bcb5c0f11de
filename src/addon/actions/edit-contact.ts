import type { Contact, ValueChange } from '../../api/types.ts';
import { isAddress } from '../../contact/email-address.ts';
import { enter } from '../access.ts';
import type { Call } from '../call.ts';
import { cardFromForm, faultsIn, faultText, withWhatHadNoRoom } from '../card-from-form.ts';
import { editCard } from '../cards/edit-card.ts';
import { askDeleteCard, deletedCard, editedCard } from '../cards/edited-card.ts';
import { contactFields, draftOf } from '../form-fields.ts';
import { Problem } from '../problem.ts';
import { goBack, replace, restart, show } from '../respond.ts';
import { newId } from '../services/ids.ts';
import type { Store } from '../services/store.ts';
import { clean } from '../text.ts';
import { attemptKey } from './suggestion-form.ts';

export const editContact = (call: Call) =>
  show(call, editCard({ t: call.t, contact: lookUp(call, enter(call).store), attempt: newId() }));

export const cancel = () => goBack();

/** Saves the form unless somebody has changed the contact since it was opened: then what they changed is shown first. */
export function saveContact(call: Call) {
  const { store } = enter(call);
  const { t, form, parameters } = call;
  const contact = lookUp(call, store);
  const card = withWhatHadNoRoom(cardFromForm(draftOf(contact.card), form, t), contact.card);
  const owner = typed(form.owner);
  const faults = faultsIn(card).map((fault) => faultText(t, fault));
  if (owner && !isAddress(owner)) faults.push(t.invalid.email(owner));
  if (faults.length) return refuse(call, contact, faults.join('\n'));
  const { n = null, phonetic = null, org = null, title = null, adr = null } = card;
  const body = {
    revision: Number(parameters.revision) || 1,
    card: { ...card, n, phonetic, org, title, adr },
    tags: typed(form.tags)
      .split(/[,、，\n]/)
      .map(typed)
      .filter(Boolean)
      .slice(0, 50),
    notes: typed(form.notes) || null,
    owner: owner || null,
  };
  try {
    const changed = store.call({
      id: 'updateContact',
      params: { contactId: contact.id },
      key: attemptKey(call, body),
      body,
    });
    return restart(editedCard(t, changed));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { contact: newer, changes } = error.answer;
    if (error.code === 'contact-outdated' && newer && changes) {
      const kept = keptOf(call, newer, changes);
      return show(call, editCard({ t, contact: newer, attempt: newId(), typed: kept, changes }));
    }
    if (mendable.includes(error.code)) return refuse(call, contact, t.problems[error.code].text);
    throw error;
  }
}

/** Asks before anything is lost. */
export function askDelete(call: Call) {
  const [contact, me] = enter(call).store.all([
    { id: 'getContact', params: { contactId: call.parameters.contact ?? '' } },
    { id: 'getMe' },
  ]);
  return show(call, askDeleteCard(call.t, contact, me.role === 'admin'));
}

/** With what is ticked the person never comes back by mail; for everybody counts more than for oneself. */
export function deleteContact(call: Call) {
  const { contact = '', revision = '' } = call.parameters;
  const block = (['organisation', 'mine'] as const).find((scope) => call.ticked.block?.includes(scope));
  const deleted = enter(call).store.call({
    id: 'deleteContact',
    params: { contactId: contact },
    query: { revision: Number(revision) || undefined, block },
    key: `delete-${contact}-${revision}-${block ?? ''}`,
  });
  return restart(deletedCard(call.t, deleted, block));
}

const mendable: string[] = ['address-taken', 'request-invalid', 'contact-incomplete', 'body-too-large'];

const lookUp = (call: Call, store: Store): Contact =>
  store.call({ id: 'getContact', params: { contactId: call.parameters.contact ?? '' } });

function refuse(call: Call, contact: Contact, refused: string) {
  const seen = { ...contact, revision: Number(call.parameters.revision) || contact.revision };
  const attempt = call.parameters.attempt ?? newId();
  return replace(
    editCard({ t: call.t, contact: seen, attempt, typed: call.form, refused }),
    call.t.common.note(call.t.invalid.title, refused),
  );
}

/** What the user typed, but where others made a change, and in lists, what stands now. */
function keptOf({ t, form }: Call, newer: Contact, changes: ValueChange[]): Record<string, string> {
  const theirs = new Set(changes.map(({ field }) => field));
  const values = contactFields(newer.card, t).map(({ name, kind, value }) => {
    const changed = theirs.has(valueFieldOf[kind as keyof typeof valueFieldOf] ?? (kind as ValueChange['field']));
    return [name, changed || name.includes('.') ? value : (form[name] ?? '')] as const;
  });
  const notes = (['notes', 'owner', 'tags'] as const).filter((field) => !theirs.has(field));
  return Object.fromEntries([...values, ...notes.map((field) => [field, form[field] ?? ''] as const)]);
}

const valueFieldOf = {
  family: 'n',
  given: 'n',
  phoneticFamily: 'phonetic',
  phoneticGiven: 'phonetic',
  company: 'org',
  department: 'org',
} as const;

const typed = (text = ''): string => clean(text).trim();
