import type { Suppression } from '../../api/types.ts';
import type { Messages } from '../messages/messages.ts';
import { button, card, nextPage, paragraph, row, section } from './widgets.ts';

export interface SuppressionsCardProps {
  t: Messages;
  items: Suppression[];
  nextCursor?: string;
  day: (instant: string) => string;
}

/** Whom the user, and for an admin the organisation, wants no suggestions of; each can be taken back. */
export function suppressionsCard({
  t,
  items,
  nextCursor,
  day,
}: SuppressionsCardProps): GoogleAppsScript.Card_Service.Card {
  const { suppressed } = t;
  return card(suppressed.title, undefined, [
    section(undefined, [
      items.length === 0 && paragraph(suppressed.none),
      ...items.map(({ id, kind, scope, hint, createdAt }) =>
        row({
          label: suppressed[kind],
          text: hint ?? suppressed.forgotten,
          below: [day(createdAt), scope === 'organisation' && suppressed.organisation].filter(Boolean).join(' · '),
        }).setButton(
          button(suppressed.takeBack, 'takeSuppressionBack', { suppression: id }, 'borderless').setAltText(
            `${suppressed.takeBack}: ${hint ?? suppressed.forgotten}`,
          ),
        ),
      ),
      nextPage(t, 'listSuppressions', nextCursor),
    ]),
  ]).build();
}
