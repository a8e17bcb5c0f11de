import type { Linkage } from '../../api/types.ts';
import type { Messages } from '../messages/messages.ts';
import { button, buttons, card, paragraph, row, section, warning } from './widgets.ts';

export interface LinkageCardProps {
  t: Messages;
  linkage: Linkage;
  /** Day and time of an instant. */
  time: (instant: string) => string;
}

/**
 * How it stands with one mailbox: status, cause and how to mend it, what was read, what can be done. Retry is there where it
 * failed, or where Google withheld mails of it.
 */
export function linkageCard({ t, linkage, time }: LinkageCardProps): GoogleAppsScript.Card_Service.Card {
  const { email, name, status, explained, reference, read, suggested } = linkage;
  const { linkages } = t;
  const times = [
    { label: linkages.started, text: linkage.startedAt },
    { label: linkages.lastSuccess, text: linkage.lastSuccessAt },
    { label: linkages.nextTry, text: linkage.nextTryAt },
  ];
  return card(name ?? email, name && email, [
    section(undefined, [
      row({ label: linkages.status, text: linkages.statuses[status] }),
      ...(explained
        ? [warning(linkages.cause, explained.cause), row({ label: linkages.fix, text: explained.fix, max: 1000 })]
        : []),
      reference && row({ label: linkages.reference, text: reference }),
      ...times.flatMap(({ label, text }) => (text ? [row({ label, text: time(text) })] : [])),
      buttons(
        ...(status === 'not-started' || status === 'disabled'
          ? [button(linkages.start, 'startUser', { email, one: 'yes' }, 'filled')]
          : [
              explained || linkage.skipped.withheld
                ? button(linkages.retry, 'retryUser', { email, one: 'yes' }, 'filled')
                : undefined,
              button(linkages.disable, 'askDisableUser', { email, one: 'yes' }),
            ]),
      ),
    ]),
    section(undefined, [
      row({ label: linkages.read, text: String(read) }),
      row({ label: linkages.suggested, text: String(suggested) }),
      ...leftOut(t, linkage.leftOut),
    ]),
    section(undefined, [paragraph(linkages.tryOutText), buttons(button(linkages.tryOut, 'tryUser', { email }))]),
  ]).build();
}

/** How many mails were left out for which reason. */
export function leftOut({ linkages }: Messages, mails: Linkage['leftOut']) {
  const lines = mails.slice(0, 20).map(({ text, count }) => `${count} · ${text}`);
  return lines.length ? [row({ label: linkages.left, text: lines.join('\n'), max: 2000 })] : [];
}
