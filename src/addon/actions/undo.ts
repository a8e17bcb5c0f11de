import { enter } from '../access.ts';
import type { Call } from '../call.ts';
import { undosCard } from '../cards/undos-card.ts';
import { dayText } from '../dates.ts';
import { replace, restart, show } from '../respond.ts';
import { startCard } from './start.ts';
import { compare, suggestionForm } from './suggestion-form.ts';

/** Takes back what was done; of one suggestion it shows the form again. */
export function undo(call: Call) {
  const { store } = enter(call);
  const undoId = call.parameters.undo ?? '';
  const { suggestion } = store.call({ id: 'undo', params: { undoId }, key: `undo-${undoId}` });
  if (call.parameters.from === 'list') return replace(undosPage(call), call.t.saved.undone);
  if (!suggestion) return restart(startCard(call), call.t.saved.undone);
  const compared = compare({ ...call, parameters: { suggestion: suggestion.id } }, store);
  return replace(suggestionForm(call, { ...compared, notNow: 'start' }), call.t.saved.undoneSuggestion);
}

/** What the user did within the last 24 hours. */
export const listUndos = (call: Call) => show(call, undosPage(call, call.parameters.cursor));

function undosPage(call: Call, cursor?: string) {
  const page = enter(call).store.call({ id: 'listUndos', query: { cursor } });
  return undosCard({ t: call.t, ...page, day: (instant) => dayText(call, instant) });
}
