import type { Messages } from '../messages/messages.ts';
import { button, buttons, card, paragraph, section } from './widgets.ts';

export interface Question {
  title: string;
  /** What happens, and what stays. */
  text: string;
  /** Of what. */
  subject?: string;
  go: GoogleAppsScript.Card_Service.TextButton;
}

/** Asks before something stops; Cancel leads back and changes nothing. */
export const askCard = (
  t: Messages,
  { title, text, subject, go }: Question,
  lists: GoogleAppsScript.Card_Service.Widget[] = [],
): GoogleAppsScript.Card_Service.Card =>
  card(title, subject, [
    section(undefined, [paragraph(text), ...lists, buttons(go, button(t.common.cancel, 'cancel'))]),
  ]).build();
