import type { LinkageResults } from '../../api/types.ts';
import type { Messages } from '../messages/messages.ts';
import { button, buttons, card, paragraph, row, section } from './widgets.ts';

/** As many as a card can hold; the counts are of all. */
const mostShown = 80;

/** What became of each user; `place`: where in the table Done leads. */
export function linkageResultsCard(
  t: Messages,
  { results, counts }: LinkageResults,
  place: { q: string; status: string },
): GoogleAppsScript.Card_Service.Card {
  const { outcomes } = t.linkages;
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const summary = Object.entries(counts).map(
    ([outcome, count]) => `${count} · ${outcomes[outcome as keyof typeof outcomes]}`,
  );
  const shown = results.slice(0, mostShown);
  return card(t.linkages.results(all), t.google.short, [
    section(undefined, [
      paragraph(summary.join('\n') || t.linkages.noHits),
      buttons(button(t.common.done, 'turnLinkages', place, 'filled')),
    ]),
    ...(shown.length
      ? [
          section(undefined, [
            ...shown.map(({ email, outcome }) => row({ text: email, below: outcomes[outcome] })),
            all > shown.length && paragraph(t.linkages.more(all - shown.length)),
          ]),
        ]
      : []),
  ]).build();
}
