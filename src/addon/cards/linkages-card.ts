import type { Linkage, LinkageStatus } from '../../api/types.ts';
import type { Messages } from '../messages/messages.ts';
import { shown } from '../text.ts';
import { callAction } from './call-action.ts';
import { button, buttons, card, paragraph, row, section, selection, textBox } from './widgets.ts';

type Widget = GoogleAppsScript.Card_Service.Widget;

/** Where in the table this is: it travels in the buttons. */
export interface Place {
  q: string;
  status: LinkageStatus | '';
  /** Where this page begins, and the ones before it, blank-separated. */
  cursor: string;
  trail: string;
}

export interface LinkagesCardProps {
  t: Messages;
  place: Place;
  items: Linkage[];
  nextCursor?: string;
  total: number;
  counts: Partial<Record<LinkageStatus, number>>;
  /** Who is chosen, here or on other pages; `all`: whoever the filter finds. */
  chosen: Set<string>;
  all: boolean;
  /** Counts the showings: Gmail keeps what was ticked under a name that stays. */
  turn: number;
  /** What the row says below the status. */
  note: (linkage: Linkage) => string | undefined;
}

/** The users and their mailboxes: found, filtered, ticked over pages, started and stopped together or one by one. */
export function linkagesCard(props: LinkagesCardProps): GoogleAppsScript.Card_Service.Card {
  const { t, items, total, place } = props;
  const empty = place.q || place.status ? t.linkages.noHits : t.linkages.nobody;
  const sections = [filterSection(props)];
  if (items.length === 0)
    sections.push(
      section(undefined, [
        paragraph(empty),
        empty === t.linkages.nobody && buttons(button(t.settings.usersOf, 'openUsers', {}, 'filled')),
      ]),
    );
  else
    sections.push(
      section(t.linkages.found(total), [...items.flatMap((item, i) => userRows(props, item, i)), turning(props)]),
    );
  const elsewhere = chosenElsewhere(props);
  if (elsewhere) sections.push(elsewhere);
  const built = card(t.linkages.title, t.google.short, sections);
  if (items.length === 0 && !elsewhere) return built.build();
  return built
    .addSection(
      section(t.linkages.chosen, [
        props.all && paragraph(t.linkages.allChosen(total)),
        buttons(
          button(t.linkages.startChosen, 'startChosen', idsOf(props), 'filled'),
          button(t.linkages.retryChosen, 'retryChosen', idsOf(props)),
          button(t.linkages.disableChosen, 'askDisableChosen', idsOf(props)),
        ),
      ]),
    )
    .build();
}

const idsOf = ({ place, all, turn, total }: LinkagesCardProps) => ({
  ...place,
  turn: String(turn),
  ...(all && { all: String(total) }),
});

function filterSection({ t, place, counts, turn }: LinkagesCardProps) {
  const filter = selection('DROPDOWN', 'status', t.linkages.status).addItem(t.linkages.all, 'all', !place.status);
  for (const [status, words] of Object.entries(t.linkages.statuses)) {
    const count = counts[status as LinkageStatus] ?? 0;
    if (count || status === place.status) filter.addItem(`${words} (${count})`, status, status === place.status);
  }
  return section(undefined, [
    textBox('q', t.linkages.search, place.q),
    filter,
    buttons(button(t.common.search, 'searchLinkages', { turn: String(turn) })),
  ]);
}

/** A box to tick, and below it the status with what can be done about it; pressing the status tells everything. */
function userRows(props: LinkagesCardProps, linkage: Linkage, i: number): Widget[] {
  const { t, chosen, all, turn, note } = props;
  const { email, name, status } = linkage;
  const who = shown(name ? `${name} · ${email}` : email, 200);
  const line = row({ label: all ? who : undefined, text: t.linkages.statuses[status], below: note(linkage), max: 150 })
    .setOnClickAction(callAction('openLinkage', { email }))
    .setButton(rowButton(props, linkage).setAltText(`${buttonText(t, status)}: ${email}`));
  if (all) return [line];
  return [selection('CHECK_BOX', `pick.${turn}.${i}`).addItem(who, email, chosen.has(email)), line];
}

const buttonText = ({ linkages }: Messages, status: LinkageStatus): string =>
  isStopped(status) ? linkages.start : isRunning(status) ? linkages.disable : linkages.retry;

const isStopped = (status: LinkageStatus): boolean => status === 'not-started' || status === 'disabled';
const isRunning = (status: LinkageStatus): boolean => status === 'starting' || status === 'active';

function rowButton(props: LinkagesCardProps, { email, status }: Linkage) {
  const { t } = props;
  const ids = { ...idsOf(props), email };
  if (isStopped(status)) return button(t.linkages.start, 'startUser', ids, 'borderless');
  if (isRunning(status)) return button(t.linkages.disable, 'askDisableUser', { email }, 'borderless');
  return button(t.linkages.retry, 'retryUser', ids, 'borderless');
}

/** The ways to other pages, and to more chosen or none. */
function turning(props: LinkagesCardProps): Widget {
  const { t, place, nextCursor, total, items, all } = props;
  const ids = idsOf(props);
  const before = place.trail.split(' ');
  return buttons(
    place.cursor
      ? button(t.common.previousPage, 'turnLinkages', {
          ...ids,
          cursor: before[before.length - 1] === '-' ? '' : (before[before.length - 1] ?? ''),
          trail: before.slice(0, -1).join(' '),
        })
      : undefined,
    nextCursor
      ? button(t.common.nextPage, 'turnLinkages', {
          ...ids,
          cursor: nextCursor,
          trail: [place.trail, place.cursor || '-'].filter(Boolean).join(' '),
        })
      : undefined,
    all ? undefined : button(t.queue.all, 'turnLinkages', { ...ids, choose: 'page' }, 'borderless'),
    all || total <= items.length
      ? undefined
      : button(t.linkages.allFound(total), 'turnLinkages', { ...ids, all: String(total) }, 'borderless'),
    button(t.queue.none, 'turnLinkages', { ...ids, all: '', choose: 'none' }, 'borderless'),
  );
}

/** Chosen on other pages: the boxes carry the choice from page to page, and can be unticked here. */
function chosenElsewhere({ t, items, chosen, all, turn }: LinkagesCardProps) {
  const here = new Set(items.map(({ email }) => email));
  const others = [...chosen].filter((email) => !here.has(email));
  if (all || others.length === 0) return undefined;
  return section(t.linkages.elsewhere(others.length), keptLists(others, turn))
    .setCollapsible(true)
    .setNumUncollapsibleWidgets(0);
}

/** Ticked boxes, of which a list may have 100. */
export function keptLists(emails: string[], turn: number): Widget[] {
  return Array.from({ length: Math.ceil(emails.length / 100) }, (_, i) => {
    const list = selection('CHECK_BOX', `kept.${turn}.${i}`);
    for (const email of emails.slice(i * 100, (i + 1) * 100)) list.addItem(shown(email), email, true);
    return list;
  });
}
