import type { Language, Words } from '../words.ts';
import type { Action, Card, OpenLink } from './card-json.ts';
import type { Form } from './form.ts';

/** What the widgets of one card share: its inputs, and what the panel around it can do. */
export interface CardContext {
  form: Form;
  words: Words['panel'];
  language: Language;
  /** Calls the add-on, unless required inputs are missing. `parameters` are added to the action's own. */
  act(action: Action, parameters?: Record<string, string>): void;
  openLink(link: OpenLink): void;
  showCard(card: Card): void;
}
