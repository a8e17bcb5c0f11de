import { enter } from '../access.ts';
import type { Call } from '../call.ts';
import { replace, restart } from '../respond.ts';
import { startCard } from './start.ts';
import { compare, suggestionForm } from './suggestion-form.ts';

/** Takes back what was done; of one suggestion it shows the form again. */
export function undo(call: Call) {
  const { store } = enter(call);
  const undoId = call.parameters.undo ?? '';
  const { suggestion } = store.call({ id: 'undo', params: { undoId }, key: `undo-${undoId}` });
  if (!suggestion) return restart(startCard(call), call.t.saved.undone);
  const compared = compare({ ...call, parameters: { suggestion: suggestion.id } }, store);
  return replace(suggestionForm(call, { ...compared, notNow: 'start' }), call.t.saved.undoneSuggestion);
}
