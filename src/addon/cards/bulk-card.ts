import type { BulkAccepted, BulkDismissed, Quota } from '../../api/types.ts';
import type { Messages } from '../messages/messages.ts';
import { storeCodes } from '../problem.ts';
import { callAction } from './call-action.ts';
import { quotaRow } from './quota-row.ts';
import { button, buttons, card, row, section } from './widgets.ts';

type Result = BulkAccepted['results'][number] | BulkDismissed['results'][number];

export interface BulkCardProps {
  t: Messages;
  results: Result[];
  /** Whom a suggestion is of, by its id. */
  names: Map<string, string>;
  undo?: { id: string };
  quota?: Quota;
}

/** What became of each of the chosen suggestions, and one way back for all. */
export function bulkCard({ t, results, names, undo, quota }: BulkCardProps): GoogleAppsScript.Card_Service.Card {
  const left = quota && quotaRow(t, quota);
  const done = results.filter(({ outcome }) => outcome !== 'refused' && outcome !== 'needs-review').length;
  return card(t.queue.done(done, results.length), undefined, [
    section(undefined, [
      buttons(undo && button(t.saved.undoAll, 'undo', { undo: undo.id }), button(t.common.done, 'start', {}, 'filled')),
      left,
    ]),
    section(
      undefined,
      results.map((result) => {
        const line = row({ text: names.get(result.id) ?? t.lists.unnamed, below: outcomeText(t, result), max: 100 });
        const contact = 'contactId' in result ? result.contactId : undefined;
        if (contact) return line.setOnClickAction(callAction('openContact', { contact }));
        return result.outcome === 'dismissed'
          ? line
          : line.setOnClickAction(callAction('openSuggestion', { suggestion: result.id }));
      }),
    ),
  ]).build();
}

function outcomeText(t: Messages, result: Result): string {
  const { outcome, problem } = result;
  if (outcome === 'needs-review') return t.queue.review;
  if (outcome !== 'refused') return t.saved[outcome];
  return t.problems[storeCodes.find((code) => code === problem) ?? 'unexpected'].title;
}
