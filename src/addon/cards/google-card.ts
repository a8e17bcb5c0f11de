import type { Google, LinkageStatus } from '../../api/types.ts';
import type { Messages } from '../messages/messages.ts';
import { button, buttons, card, paragraph, row, section, warning } from './widgets.ts';

export interface GoogleCardProps {
  t: Messages;
  google: Google;
  day: (instant: string) => string;
}

/** The four steps to automatic suggestions; each says that it is done, or what to do. */
export function googleCard({ t, google, day }: GoogleCardProps): GoogleAppsScript.Card_Service.Card {
  const { key, functions, linkages, mailboxesFailing, mail } = google;
  const { on, changedAt, changedBy } = functions.contactInbox;
  const counts = countsText(t, linkages);
  const done = [true, Boolean(key), on, Boolean(counts)];
  const next = done.indexOf(false);
  const style = (step: number) => (step === next ? 'filled' : 'outlined');
  const step = (number: number, text: string, below: string) =>
    row({ label: t.google.step(number + 1, done[number] ?? false), text, below });
  const switched = on ? changedAt && t.google.changed(day(changedAt), changedBy ?? '') : t.settings.off;
  return card(t.google.title, undefined, [
    ...(mailboxesFailing
      ? [section(undefined, [warning(t.google.failing(mailboxesFailing), t.google.failingText)])]
      : []),
    section(undefined, [
      paragraph(t.google.text),
      step(0, t.google.permitted, t.settings.on),
      step(1, t.google.key, key?.account ?? t.google.noKey).setButton(
        button(key ? t.settings.open : t.google.register, 'openKey', {}, style(1)).setAltText(
          `${key ? t.settings.open : t.google.register}: ${t.google.key}`,
        ),
      ),
      step(2, t.google.switch, switched || t.settings.on).setButton(
        button(t.settings.change, 'openSwitches', {}, style(2)).setAltText(`${t.settings.change}: ${t.switches.title}`),
      ),
      step(3, t.google.users, counts || t.google.nobody).setButton(
        button(t.settings.open, 'openLinkages', {}, style(3)).setAltText(`${t.settings.open}: ${t.linkages.title}`),
      ),
      buttons(button(t.scan.title, 'openScan', {}, 'borderless')),
    ]),
    mail === 'outbox' && section(undefined, [paragraph(t.google.outbox)]),
  ]).build();
}

/** `12 Active, 3 Linkage error`: whoever was started. */
const countsText = ({ linkages }: Messages, counts: Google['linkages']): string =>
  (Object.keys(linkages.statuses) as LinkageStatus[])
    .filter((status) => status !== 'not-started' && counts[status])
    .map((status) => `${counts[status]} ${linkages.statuses[status]}`)
    .join(', ');
