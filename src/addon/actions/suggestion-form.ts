import type { Match, SuggestionAnswer } from '../../api/types.ts';
import type { Call } from '../call.ts';
import { type Candidate, type NotNow, suggestionCard } from '../cards/suggestion-card.ts';
import { daysLeft, dayText } from '../dates.ts';
import { fnv1a } from '../hash.ts';
import { getIdentity } from '../services/identity.ts';
import { newId } from '../services/ids.ts';
import type { Store } from '../services/store.ts';
import { sourceMail } from '../source-mail.ts';

/** A suggestion, what saving it would mean, and who else it may be. */
export interface Compared {
  answer: SuggestionAnswer;
  /** What was chosen among the candidates: a contact's id, or `new`. */
  contact?: string;
  candidates?: Candidate[];
}

/** The suggestion compared with the contacts, or with the one that was chosen. */
export function compare(call: Call, store: Store, contact?: string): Compared {
  const params = { suggestionId: call.parameters.suggestion ?? '' };
  if (!contact || contact === 'new') {
    const answer = store.call({ id: 'getSuggestion', params });
    if (!contact) return { answer };
    return { answer: { ...answer, match: { kind: 'new' } }, contact, candidates: candidatesOf(answer.match) };
  }
  const [found, chosen] = store.all([
    { id: 'getSuggestion', params },
    { id: 'getSuggestion', params, query: { contactId: contact } },
  ]);
  const isFound = 'contact' in found.match && found.match.contact.id === contact;
  return isFound ? { answer: found } : { answer: chosen, contact, candidates: candidatesOf(found.match) };
}

function candidatesOf(match: Match): Candidate[] {
  if (match.kind === 'ambiguous') return match.candidates;
  return match.kind === 'new' ? [] : [match];
}

export interface FormProps extends Compared {
  notNow: NotNow;
  typed?: Record<string, string>;
  refused?: string;
  /** What is missing need not stop it. */
  anyway?: boolean;
}

export function suggestionForm(call: Call, { answer, ...props }: FormProps) {
  const { match, suggestion } = answer;
  const lastSeen = match.kind === 'known' ? match.lastSeen : undefined;
  return suggestionCard({
    t: call.t,
    answer,
    ticked: props.refused === undefined ? undefined : call.ticked,
    ...props,
    daysLeft: daysLeft(suggestion.expiresAt, call.startedAt),
    mail: sourceMail(call, getIdentity())(suggestion),
    attempt: props.refused === undefined ? newId() : (call.parameters.attempt ?? newId()),
    lastSeen: lastSeen && dayText(call, lastSeen),
  });
}

export const notNowOf = ({ parameters }: Call): NotNow => (parameters.notNow === 'back' ? 'back' : 'start');

/**
 * The Idempotency-Key of a button of the form: the same for the same values on the same showing of the card, so that pressing
 * again after a lost answer does nothing twice; another one after an undo, or after an edit.
 */
export function attemptKey({ parameters }: Call, body: unknown = null): string {
  return `${parameters.attempt ?? newId()}-${fnv1a(JSON.stringify(body)).toString(16)}`;
}
