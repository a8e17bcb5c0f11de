import type { Google } from '../../api/types.ts';
import type { Messages } from '../messages/messages.ts';
import {
  button,
  buttons,
  card,
  linkButton,
  paragraph,
  refusedSection,
  row,
  section,
  textBox,
  warning,
} from './widgets.ts';

export interface KeyCardProps {
  t: Messages;
  google: Google;
  day: (instant: string) => string;
  /** Where the store tells every step in the user's language. */
  guide: string;
  /** Why what was pasted was not taken. */
  refused?: string;
}

/**
 * The service account: what may be shown of it, what is entered in the Admin console, and a box for another key. What was
 * pasted is in no card: the box is empty, and has another name once a key was taken, so that Gmail forgets what stood in it.
 */
export function keyCard(props: KeyCardProps): GoogleAppsScript.Card_Service.Card {
  const { t, google, refused } = props;
  return card(t.google.key, t.google.short, [
    refusedSection(t, refused),
    ...(google.key ? [presentSection(props, google.key), delegationSection(t, google.key, google.scopeLine)] : []),
    pasteSection(props),
  ]).build();
}

export type Key = NonNullable<Google['key']>;

export const functionsText = (t: Messages, { usedBy }: Key): string =>
  usedBy.map((name) => t.switches[name]).join(', ');

function presentSection({ t, day }: KeyCardProps, key: Key) {
  const rows = [
    { label: t.key.account, text: key.account },
    { label: t.key.project, text: key.project },
    { label: t.key.id, text: key.keyId },
    { label: t.key.fingerprint, text: key.fingerprint },
    { label: t.key.registered, text: t.google.changed(day(key.registeredAt), key.registeredBy) },
    { label: t.key.usedBy, text: functionsText(t, key) },
  ];
  return section(undefined, [
    ...(key.explained ? whyNot(t, key.explained[t.lang]) : []),
    ...rows.flatMap(({ label, text }) => (text ? [row({ label, text })] : [])),
    buttons(button(t.key.delete, 'askDeleteKey')),
  ]);
}

const whyNot = ({ key, linkages }: Messages, { cause, fix }: { cause: string; fix: string }) => [
  warning(key.unconfirmed, cause),
  row({ label: linkages.fix, text: fix, max: 1000 }),
];

const delegationSection = (t: Messages, { clientId }: Key, scopes: string) =>
  section(t.key.delegate, [
    paragraph(t.key.delegateText),
    row({ label: t.key.clientId, text: clientId ?? t.key.clientIdAt, max: 1000 }),
    row({ label: t.key.scopes, text: scopes, max: 1000 }),
  ]);

function pasteSection({ t, google, guide }: KeyCardProps) {
  const box = (name: string, title: string, hint: string) => textBox(`${name}.${google.revision}`, title).setHint(hint);
  return section(google.key ? t.key.replace : t.key.issue, [
    !google.key && paragraph(t.key.issueText),
    buttons(linkButton(t.key.guide, guide)),
    box('keyFile', t.key.paste, t.key.pasteHint).setMultiline(true),
    box('attached', t.key.attached, t.key.attachedHint),
    buttons(button(google.key ? t.key.replace : t.google.register, 'setKey', {}, 'filled')),
  ])
    .setCollapsible(Boolean(google.key))
    .setNumUncollapsibleWidgets(0);
}
