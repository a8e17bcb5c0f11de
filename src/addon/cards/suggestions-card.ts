import type { Suggestion } from '../../api/types.ts';
import type { Messages } from '../messages/messages.ts';
import { shown } from '../text.ts';
import { nameOf, type OfSuggestions, suggestionRows, whatOf } from './list-sections.ts';
import { decidedSection } from './navigation-section.ts';
import { button, buttons, card, paragraph, section, selection } from './widgets.ts';

type Pick = 'all' | 'none';

export interface SuggestionsCardProps extends OfSuggestions {
  t: Messages;
  items: Suggestion[];
  /** Where this page begins, and where the next. */
  cursor?: string;
  nextCursor?: string;
  /** As boxes to tick, to begin with all of them ticked or none. */
  pick?: Pick;
  /** Tells one showing of the boxes from the next, so that a button pressed twice does it once. */
  attempt: string;
}

/** The boxes' name: another one each way, since Gmail keeps what was ticked under a name that stays. */
export const pickList = (pick: Pick): string => `pick.${pick}`;

/** A page of the user's pending suggestions; the next page comes on top, so Gmail's back arrow leads here again. */
export function suggestionsCard(props: SuggestionsCardProps): GoogleAppsScript.Card_Service.Card {
  const { t, items, cursor, nextCursor, pick, attempt } = props;
  const here = { ...(cursor && { cursor }) };
  const next =
    nextCursor && button(t.common.nextPage, 'listSuggestions', { cursor: nextCursor, ...(pick && { pick: 'none' }) });
  const rows = pick ? [boxes(props, pick)] : suggestionRows(t, items, props, 1000);
  const other = pick === 'none' ? 'all' : 'none';
  const choose = pick
    ? button(t.queue[other], 'listSuggestions', { ...here, pick: other, turn: 'yes' })
    : button(t.queue.choose, 'listSuggestions', { ...here, pick: 'none' });
  const built = card(t.lists.suggestions, undefined, [
    section(
      undefined,
      items.length
        ? [...rows, buttons(choose, next || undefined), paragraph(t.lists.counts)]
        : [paragraph(t.lists.noSuggestions)],
    ),
    !pick && decidedSection(t),
  ]);
  if (!pick || items.length === 0) return built.build();
  const ids = { ...here, attempt };
  return built
    .setFixedFooter(
      CardService.newFixedFooter()
        .setPrimaryButton(button(t.queue.accept, 'acceptSelected', ids, 'filled'))
        .setSecondaryButton(button(t.queue.dismiss, 'dismissSelected', ids)),
    )
    .build();
}

function boxes({ t, items, daysLeft, mail }: SuggestionsCardProps, pick: Pick) {
  const list = selection('CHECK_BOX', pickList(pick), t.queue.choose);
  for (const one of items) {
    const text = [nameOf(t, one), whatOf(one), mail(one)?.text, t.daysLeft(daysLeft(one))].filter(Boolean).join(' · ');
    list.addItem(shown(text, 200), one.id, pick === 'all');
  }
  return list;
}
