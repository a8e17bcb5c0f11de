import type { Google } from '../../api/types.ts';
import type { Messages } from '../messages/messages.ts';
import { button, buttons, card, choice, refusedSection, section, textBox } from './widgets.ts';

/** Which mails are read. `refused`: what of the form could not be understood; it stands as it was typed. */
export function scanCard(
  t: Messages,
  { settings, revision }: Google,
  refused?: string,
): GoogleAppsScript.Card_Service.Card {
  const box = (name: string, title: string, value: string) => textBox(`${name}.${revision}`, title, value);
  const read = [t.scan.read, t.scan.leftOut] as const;
  return card(t.scan.title, t.google.short, [
    refusedSection(t, refused),
    section(undefined, [
      box('backfillDays', t.scan.backfill, String(settings.backfillDays)).setHint('0 – 365'),
      box('labels', t.scan.labels, settings.labels.join(', ')).setHint(t.scan.labelsHint),
      box('after', t.scan.after, settings.after?.slice(0, 10) ?? '').setHint(t.scan.afterHint),
      choice(`sentMail.${revision}`, t.scan.sent, read, settings.sentMail),
      choice(`promotions.${revision}`, t.scan.promotions, read, !settings.skipPromotions),
      buttons(
        button(t.settings.save, 'saveScan', { revision: String(revision) }, 'filled'),
        button(t.common.cancel, 'cancel'),
      ),
    ]),
  ]).build();
}
