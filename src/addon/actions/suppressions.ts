import { enter } from '../access.ts';
import type { Call } from '../call.ts';
import { suppressionsCard } from '../cards/suppressions-card.ts';
import { dayText } from '../dates.ts';
import { replace, show } from '../respond.ts';

/** Whom no suggestion is made of. */
export const listSuppressions = (call: Call) => show(call, suppressionsPage(call, call.parameters.cursor));

/** The person or domain may be suggested again; the list begins anew without them. */
export function takeSuppressionBack(call: Call) {
  const suppressionId = call.parameters.suppression ?? '';
  enter(call).store.call({ id: 'removeSuppression', params: { suppressionId }, key: `take-back-${suppressionId}` });
  return replace(suppressionsPage(call, undefined), call.t.suppressed.tookBack);
}

function suppressionsPage(call: Call, cursor: string | undefined) {
  const page = enter(call).store.call({ id: 'listSuppressions', query: { cursor } });
  return suppressionsCard({ t: call.t, ...page, day: (instant) => dayText(call, instant) });
}
