import type { ActionName } from '../actions.ts';
import type { Messages } from '../messages/messages.ts';
import type { Code } from '../problem.ts';
import { button, buttons, card, paragraph, section } from './widgets.ts';

export interface ProblemCardProps {
  t: Messages;
  code: Code;
  /** The exact line that an admin of Google Workspace has to add. */
  scopeLine?: string | undefined;
  /** What Try again does: the same step with the same ids. */
  retry: { action: ActionName; ids: Record<string, string> };
}

/** What happened and what to do next. */
export function problemCard({ t, code, scopeLine, retry }: ProblemCardProps): GoogleAppsScript.Card_Service.Card {
  const { title, text } = t.problems[code];
  const whom = askable.has(code) ? button(t.common.whomToAsk, 'showAccess') : undefined;
  const widgets = [paragraph(text), scopeLine && paragraph(scopeLine), buttons(wayOn(t, code, retry), whom)];
  return card(title, undefined, [section(undefined, widgets)]).build();
}

function wayOn(t: Messages, code: Code, { action, ids }: ProblemCardProps['retry']) {
  if (code === 'permission-missing') return button(t.common.givePermission, 'givePermission', {}, 'filled');
  if (settled.has(code)) return button(t.common.done, 'start', {}, 'filled');
  return button(t.common.tryAgain, action, { ...ids, again: 'yes' }, 'filled');
}

/** Trying again would end the same. */
const settled = new Set<Code>([
  'admin-only',
  'contact-not-found',
  'contact-not-merged',
  'contact-outdated',
  'cursor-invalid',
  'merged-later',
  'settings-outdated',
  'suggestion-closed',
  'suggestion-not-found',
  'undo-conflict',
  'undo-expired',
  'undo-not-found',
]);

/** Others can mend it: say who. */
const askable = new Set<Code>(['feature-off', 'switched-off', 'user-not-enabled']);
