import type { SuggestionAnswer } from '../../api/types.ts';
import { enter } from '../access.ts';
import type { Call } from '../call.ts';
import { closedCard } from '../cards/closed-card.ts';
import { dismissedCard } from '../cards/saved-card.ts';
import type { NotNow } from '../cards/suggestion-card.ts';
import { goBack, replace, restart, show } from '../respond.ts';
import { startCard } from './start.ts';
import { attemptKey, compare, type FormProps, notNowOf, suggestionForm } from './suggestion-form.ts';

export function openSuggestion(call: Call) {
  return showSuggestion(call, compare(call, enter(call).store).answer, 'back');
}

/** The form, or what became of the suggestion when it no longer waits. */
export function showSuggestion(call: Call, answer: SuggestionAnswer, notNow: NotNow) {
  return show(call, formOrEnd(call, { answer, notNow }));
}

/** Into which contact it is to be saved: the form says what would change there. What was typed stays. */
export function chooseContact(call: Call) {
  const contact = call.parameters.who ?? call.form.who ?? '';
  const compared = compare(call, enter(call).store, contact);
  return replace(formOrEnd(call, { ...compared, notNow: notNowOf(call), typed: call.form }));
}

/** Takes it out of the queue: this once, or with it all that the person or the domain would bring. */
export function dismissSuggestion(call: Call) {
  const { suggestion = '', as = 'once' } = call.parameters;
  const dismissed = enter(call).store.call({
    id: 'dismissSuggestion',
    params: { suggestionId: suggestion },
    query: { as: as === 'person' || as === 'domain' ? as : 'once' },
    key: attemptKey(call, as),
  });
  return restart(dismissedCard(call.t, dismissed));
}

/** Not now: the suggestion waits. The list it was opened from stands as it was; the open mail's card is made anew. */
export function keepSuggestion(call: Call) {
  const { staysNote } = call.t.suggestion;
  return call.parameters.notNow === 'back' ? goBack(staysNote) : restart(startCard(call), staysNote);
}

function formOrEnd(call: Call, props: FormProps) {
  const { suggestion } = props.answer;
  return suggestion.status === 'pending' ? suggestionForm(call, props) : closedCard(call.t, suggestion);
}
