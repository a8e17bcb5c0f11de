import type { SuggestionAnswer } from '../../api/types.ts';
import { enter } from '../access.ts';
import type { Call } from '../call.ts';
import { cardFromForm, type Fault, faultsIn } from '../card-from-form.ts';
import { closedCard } from '../cards/closed-card.ts';
import { dismissedCard, savedCard } from '../cards/saved-card.ts';
import { type NotNow, suggestionCard } from '../cards/suggestion-card.ts';
import { suggestionsCard } from '../cards/suggestions-card.ts';
import { daysLeft } from '../dates.ts';
import { fnv1a } from '../hash.ts';
import type { Messages } from '../messages/messages.ts';
import { type Code, Problem } from '../problem.ts';
import { goBack, replace, restart, show } from '../respond.ts';
import { newId } from '../services/ids.ts';
import type { Store } from '../services/store.ts';
import { shown } from '../text.ts';
import { startCard } from './start.ts';

export function listSuggestions(call: Call) {
  const { store } = enter(call);
  const page = store.call({ id: 'listSuggestions', query: { cursor: call.parameters.cursor } });
  return show(
    call,
    suggestionsCard({ t: call.t, ...page, daysLeft: ({ expiresAt }) => daysLeft(expiresAt, call.startedAt) }),
  );
}

export function openSuggestion(call: Call) {
  return showSuggestion(call, lookUp(call, enter(call).store), 'back');
}

/** The form, or what became of the suggestion when it no longer waits. */
export function showSuggestion(call: Call, answer: SuggestionAnswer, notNow: NotNow) {
  return show(
    call,
    answer.suggestion.status === 'pending' ? form(call, answer, { notNow }) : closedCard(call.t, answer.suggestion),
  );
}

/**
 * Saves what stands in the form. What the store would refuse is said beside the form, and nothing typed is lost. The cards
 * below go: they would still show the sender as new and the suggestion as waiting.
 */
export function acceptSuggestion(call: Call) {
  const { store } = enter(call);
  const answer = lookUp(call, store);
  const { suggestion } = answer;
  const card = cardFromForm(suggestion.draft, call.form, call.t);
  const faults = faultsIn(card).map((fault) => faultText(call.t, fault));
  if (faults.length) return refuse(call, answer, faults.join('\n'));
  try {
    const accepted = store.call({
      id: 'acceptSuggestion',
      params: { suggestionId: suggestion.id },
      key: attemptKey(call, card),
      body: { card, override: true }, // the user saw what the form lacks
    });
    return restart(savedCard(call.t, accepted));
  } catch (error) {
    if (error instanceof Problem && mendable.has(error.code))
      return refuse(call, answer, call.t.problems[error.code].text);
    if (error instanceof Problem && error.code === 'suggestion-closed') {
      return restart(closedCard(call.t, lookUp(call, store).suggestion));
    }
    throw error;
  }
}

export function dismissSuggestion(call: Call) {
  const { store } = enter(call);
  const dismissed = store.call({
    id: 'dismissSuggestion',
    params: { suggestionId: call.parameters.suggestion ?? '' },
    key: attemptKey(call),
  });
  return restart(dismissedCard(call.t, dismissed));
}

/** Not now: the suggestion waits. The list it was opened from stands as it was; the open mail's card is made anew. */
export function keepSuggestion(call: Call) {
  const { staysNote } = call.t.suggestion;
  return call.parameters.notNow === 'back' ? goBack(staysNote) : restart(startCard(call), staysNote);
}

/** Takes a save or a dismissal back and shows the form again. */
export function undo(call: Call) {
  const { store } = enter(call);
  const undoId = call.parameters.undo ?? '';
  const undone = store.call({ id: 'undo', params: { undoId }, key: `undo-${undoId}` });
  const answer = store.call({ id: 'getSuggestion', params: { suggestionId: undone.suggestion?.id ?? '' } });
  return replace(form(call, answer, { notNow: 'start' }), call.t.saved.undone);
}

/** What the user can mend in the form, or must know beside it. */
const mendable = new Set<Code>(['contact-incomplete', 'request-invalid', 'quota-exceeded', 'body-too-large']);

function lookUp(call: Call, store: Store): SuggestionAnswer {
  return store.call({ id: 'getSuggestion', params: { suggestionId: call.parameters.suggestion ?? '' } });
}

/**
 * The Idempotency-Key of a button of the form: the same for the same values on the same showing of the card, so that pressing
 * again after a lost answer does nothing twice; another one after an undo, or after an edit.
 */
function attemptKey({ parameters }: Call, body: unknown = null): string {
  return `${parameters.attempt ?? newId()}-${fnv1a(JSON.stringify(body)).toString(16)}`;
}

function form(call: Call, answer: SuggestionAnswer, { notNow, refused }: { notNow: NotNow; refused?: string }) {
  return suggestionCard({
    t: call.t,
    answer,
    notNow,
    daysLeft: daysLeft(answer.suggestion.expiresAt, call.startedAt),
    attempt: refused === undefined ? newId() : (call.parameters.attempt ?? newId()),
    typed: refused === undefined ? undefined : call.form,
    refused,
  });
}

function refuse(call: Call, answer: SuggestionAnswer, refused: string) {
  const notNow = call.parameters.notNow === 'back' ? 'back' : 'start';
  return replace(form(call, answer, { notNow, refused }), call.t.common.note(call.t.invalid.title, refused));
}

function faultText(t: Messages, fault: Fault): string {
  if (fault.kind === 'name') return t.invalid.name;
  return fault.kind === 'email' ? t.invalid.email(shown(fault.value, 80)) : t.invalid.tooLong(t.fields[fault.field]);
}
