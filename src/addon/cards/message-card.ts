import type { Sender } from '../../api/types.ts';
import type { Reason } from '../../extract/extraction.ts';
import type { Messages } from '../messages/messages.ts';
import { navigationSection } from './navigation-section.ts';
import { summaryText } from './summary-text.ts';
import { button, buttons, card, paragraph, row, section } from './widgets.ts';

export interface MessageCardProps {
  t: Messages;
  from: { name?: string; email: string };
  /** Why the headers say that no person wrote this mail. */
  notAPerson?: Reason;
  sender: Sender;
}

/** The open mail's sender at a glance, from headers alone. */
export function messageCard({ t, from, notAPerson, sender }: MessageCardProps): GoogleAppsScript.Card_Service.Card {
  const state = notAPerson && sender.status === 'new' ? 'notAPerson' : sender.status;
  const known = sender.contact;
  return card(from.name || from.email, from.name ? from.email : undefined, [
    section(undefined, [
      row({ text: t.sender[state], below: why(t, state, notAPerson), icon: icons()[state] }),
      ...(known
        ? [
            row({ text: known.fn, below: summaryText(known), icon: CardService.Icon.PERSON, max: 100 }).setButton(
              button(t.sender.openContact, 'openContact', { contact: known.id }, 'borderless'),
            ),
          ]
        : []),
      buttons(
        mainButton(t, state, sender, notAPerson),
        state === 'suppressed' ? button(t.suppressed.title, 'listSuppressions', {}, 'borderless') : undefined,
      ),
      state !== 'suggested' && paragraph(t.sender.privacy),
    ]),
    navigationSection(t, sender.viewer),
  ]).build();
}

type State = Sender['status'] | 'notAPerson';

const icons = () => ({
  new: CardService.Icon.PERSON,
  known: CardService.Icon.STAR,
  internal: CardService.Icon.MULTIPLE_PEOPLE,
  suggested: CardService.Icon.BOOKMARK,
  suppressed: CardService.Icon.PERSON,
  notAPerson: CardService.Icon.EMAIL,
});

function why(t: Messages, state: State, notAPerson: Reason | undefined): string | undefined {
  if (state === 'internal') return t.sender.internalText;
  if (state === 'suggested') return t.sender.suggestedText;
  if (state === 'suppressed') return t.sender.suppressedText;
  return notAPerson ? t.reasons[notAPerson] : undefined;
}

/** Filtered mail can still be suggested: a filter that is wrong must not be the last word. */
function mainButton(t: Messages, state: State, sender: Sender, notAPerson: Reason | undefined) {
  if (state === 'suggested') {
    return button(t.sender.openSuggestion, 'openSuggestion', { suggestion: sender.suggestionId ?? '' }, 'filled');
  }
  if (notAPerson) return button(t.sender.suggestAnyway, 'suggestContact', { anyway: 'yes' });
  if (state === 'internal' || state === 'suppressed') return button(t.sender.suggestAnyway, 'suggestContact', {});
  return button(t.sender.suggest, 'suggestContact', {}, 'filled');
}
