import type { DirectoryGroups, DirectoryPage } from '../../api/types.ts';
import type { Messages } from '../messages/messages.ts';
import { shown } from '../text.ts';
import { callAction } from './call-action.ts';
import { button, buttons, card, paragraph, row, section, selection, textBox } from './widgets.ts';

/** Rows of each list on a card that has room for 100 widgets. */
const mostRows = 40;

/** Groups and units to take users from, those after the first `from`, and a search for single ones. */
export function directoryCard(
  t: Messages,
  { groups, moreGroups, orgUnits }: DirectoryGroups,
  from: number,
): GoogleAppsScript.Card_Service.Card {
  const list = (header: string, rows: { text: string; below: string; ids: Record<string, string> }[], plus = '') => {
    const here = rows.slice(from, from + mostRows);
    const to = from + here.length;
    const more = [
      (plus || here.length < rows.length) && paragraph(t.directory.part(from + 1, to, rows.length + plus)),
      to < rows.length && buttons(button(t.common.nextPage, 'openDirectory', { from: String(to) })),
    ];
    const lines = here.map(({ ids, ...words }) =>
      row({ ...words, max: 100 }).setOnClickAction(callAction('openPeople', ids)),
    );
    return here.length && section(header, [...lines, ...more]);
  };
  return card(t.directory.title, undefined, [
    section(undefined, [textBox('q', t.linkages.search), buttons(button(t.common.search, 'openPeople'))]),
    list(
      t.directory.groups,
      groups.map(({ email, name }) => ({ text: name, below: email, ids: { group: email, name } })),
      moreGroups ? '+' : '',
    ),
    list(
      t.directory.units,
      orgUnits.map(({ path, name }) => ({ text: name, below: path, ids: { orgUnit: path, name } })),
    ),
  ]).build();
}

export interface PeopleCardProps {
  t: Messages;
  title: string;
  /** Which of the directory's people: `group`, `orgUnit`, or `q`. */
  ids: Record<string, string>;
  page: DirectoryPage;
}

/** People of the directory as boxes to tick; who is a user already has a word that says so, and no box. */
export function peopleCard({ t, title, ids, page }: PeopleCardProps): GoogleAppsScript.Card_Service.Card {
  const { items, nextCursor } = page;
  const others = items.filter(({ enabled }) => !enabled);
  const list = selection('CHECK_BOX', 'people', t.settings.add);
  for (const { email, name } of others.slice(0, 100)) list.addItem(shown(`${name} · ${email}`), email, false);
  const users = items.filter(({ enabled }) => enabled).map(({ email }) => t.directory.enabled(email));
  return card(title, t.directory.title, [
    section(undefined, [
      items.length === 0 && paragraph(t.directory.noPeople),
      others.length && list,
      users.length && paragraph(users.slice(0, 20).join('\n')),
      users.length > 20 && paragraph(t.linkages.more(users.length - 20)),
      ...(items.length
        ? [
            buttons(
              others.length ? button(t.directory.enable, 'enablePeople', ids, 'filled') : undefined,
              button(t.directory.enableAll, 'enableAllPeople', ids),
              nextCursor ? button(t.common.nextPage, 'openPeople', { ...ids, cursor: nextCursor }) : undefined,
            ),
          ]
        : []),
    ]),
  ]).build();
}
