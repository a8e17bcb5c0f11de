import type { DryRunResult } from '../../api/types.ts';
import type { Messages } from '../messages/messages.ts';
import { leftOut } from './linkage-card.ts';
import { summaryText } from './summary-text.ts';
import { card, paragraph, row, section, warning } from './widgets.ts';

/** What linking this user would have suggested. */
export function triedCard(t: Messages, email: string, tried: DryRunResult): GoogleAppsScript.Card_Service.Card {
  const { read, suggestions, failure } = tried;
  const { linkages } = t;
  if (failure) {
    const { cause, fix } = failure.explained;
    return card(linkages.statuses[failure.status], email, [
      section(undefined, [warning(linkages.cause, cause), row({ label: linkages.fix, text: fix, max: 1000 })]),
    ]).build();
  }
  return card(linkages.tried(read), email, [
    section(
      linkages.wouldSuggest,
      suggestions.length
        ? suggestions
            .slice(0, 50)
            .map(({ fn, email: address, title, org }) =>
              row({ text: fn ?? address ?? t.lists.unnamed, below: summaryText({ title, org }) || address, max: 100 }),
            )
        : [paragraph(linkages.none)],
    ),
    tried.leftOut.length && section(undefined, leftOut(t, tried.leftOut)),
  ]).build();
}
