import { cardFields } from '../../contact/card.ts';
import { enter } from '../access.ts';
import type { Call } from '../call.ts';
import { cardFromForm, faultsIn, faultText } from '../card-from-form.ts';
import { closedCard } from '../cards/closed-card.ts';
import { savedCard } from '../cards/saved-card.ts';
import { tickList } from '../cards/suggestion-card.ts';
import type { Messages } from '../messages/messages.ts';
import { type Code, Problem } from '../problem.ts';
import { replace, restart } from '../respond.ts';
import type { Store } from '../services/store.ts';
import { attemptKey, compare, notNowOf, suggestionForm } from './suggestion-form.ts';
import { chooseContact } from './suggestions.ts';

/**
 * Saves what stands in the form: of a known person only what is ticked. What the store would refuse is said beside the form,
 * and nothing typed is lost. The cards below go: they would still show the sender as new and the suggestion as waiting.
 */
export function acceptSuggestion(call: Call) {
  const { store } = enter(call);
  const contact = call.parameters.contact ?? '';
  // Chosen a moment ago: what would change there has not been seen.
  if (call.form.who && call.form.who !== contact) return chooseContact(call);
  const { suggestion, match } = compare(call, store).answer;
  if (match.kind === 'ambiguous' && !contact) return refuse(call, store, call.t.invalid.who);
  const card = cardFromForm(suggestion.draft, call.form, call.t);
  const faults = faultsIn(card).map((fault) => faultText(call.t, fault));
  if (faults.length) return refuse(call, store, faults.join('\n'));
  const body = { card, ...targetOf(contact), ...fieldsOf(call), ...(call.parameters.override && { override: true }) };
  try {
    const accepted = store.call({
      id: 'acceptSuggestion',
      params: { suggestionId: suggestion.id },
      key: attemptKey(call, body),
      body,
    });
    return restart(savedCard(call.t, accepted));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.code === 'suggestion-closed') return restart(closedCard(call.t, compare(call, store).answer.suggestion));
    if (error.code === 'contact-incomplete') return refuse(call, store, ...missingIn(call.t, error));
    if (mendable.has(error.code)) return refuse(call, store, call.t.problems[error.code].text);
    throw error;
  }
}

const targetOf = (contact: string) =>
  contact === 'new' ? ({ as: 'new' } as const) : contact ? { contactId: contact } : undefined;

/** All but the changes that were offered and are not ticked. */
function fieldsOf({ parameters, ticked }: Call) {
  const wanted = ticked[tickList(parameters.contact)] ?? [];
  const unwanted = (parameters.offered ?? '').split(' ').filter((field) => !wanted.includes(field));
  const fields = cardFields.filter((field) => !unwanted.includes(field));
  return fields.length < cardFields.length ? { fields } : undefined;
}

/** What the user can mend in the form, or must know beside it. */
const mendable = new Set<Code>(['request-invalid', 'quota-exceeded', 'body-too-large']);

/** What is missing, and whether it may be: only a name must be there. */
function missingIn({ invalid, fields }: Messages, { answer }: Problem): [string, boolean] {
  const lacks = (part: string) => answer.errors?.some(({ path }) => path.includes(part));
  const missing = [lacks('.fn') && fields.fn, lacks('.org') && fields.company, lacks('.email') && fields.email];
  return [invalid.missing(missing.filter(Boolean).join(', ')), !lacks('.fn')];
}

function refuse(call: Call, store: Store, refused: string, anyway = false) {
  const compared = compare(call, store, call.parameters.contact);
  return replace(
    suggestionForm(call, { ...compared, notNow: notNowOf(call), typed: call.form, refused, anyway }),
    call.t.common.note(call.t.invalid.title, refused),
  );
}
