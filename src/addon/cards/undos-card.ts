import type { UndoItem } from '../../api/types.ts';
import type { Messages } from '../messages/messages.ts';
import { button, card, nextPage, paragraph, row, section } from './widgets.ts';

export interface UndosCardProps {
  t: Messages;
  items: UndoItem[];
  nextCursor?: string;
  day: (instant: string) => string;
}

/** What the user did within the last 24 hours, each to be taken back. */
export function undosCard({ t, items, nextCursor, day }: UndosCardProps): GoogleAppsScript.Card_Service.Card {
  return card(t.undos.title, undefined, [
    section(undefined, [
      items.length === 0 && paragraph(t.undos.none),
      ...items.map(({ id, kind, name, count, createdAt }) =>
        row({
          label: t.undos.kinds[kind],
          text: name ?? t.undos.count(count),
          below: day(createdAt),
          max: 100,
        }).setButton(
          button(t.saved.undo, 'undo', { undo: id, from: 'list' }, 'borderless').setAltText(
            `${t.saved.undo}: ${t.undos.kinds[kind]}`,
          ),
        ),
      ),
      nextPage(t, 'listUndos', nextCursor),
    ]),
  ]).build();
}
