import type { ActionName } from '../actions.ts';
import type { Messages } from '../messages/messages.ts';
import type { Code } from '../problem.ts';
import { button, buttons, card, paragraph, section } from './widgets.ts';

export interface ProblemCardProps {
  t: Messages;
  code: Code;
  /** What Try again does: the same step with the same ids. */
  retry: { action: ActionName; ids: Record<string, string> };
}

/** What happened and what to do next. */
export function problemCard({ t, code, retry }: ProblemCardProps): GoogleAppsScript.Card_Service.Card {
  const { title, text } = t.problems[code];
  const whom = askable.has(code) ? button(t.common.whomToAsk, 'showAccess') : undefined;
  const again =
    code === 'permission-missing'
      ? button(t.common.givePermission, 'givePermission', {}, 'filled')
      : button(t.common.tryAgain, retry.action, { ...retry.ids, again: 'yes' }, 'filled');
  return card(title, undefined, [section(undefined, [paragraph(text), buttons(again, whom)])]).build();
}

/** Others can mend it: say who. */
const askable = new Set<Code>(['feature-off', 'user-not-enabled']);
