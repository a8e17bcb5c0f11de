import type { ActionName } from './actions.ts';
import type { Call } from './call.ts';
import { problemCard } from './cards/problem-card.ts';
import { type Code, isPassing, Problem } from './problem.ts';
import { logFailure } from './services/log.ts';
import { shown } from './text.ts';

type Card = GoogleAppsScript.Card_Service.Card;
export type ActionResponse = GoogleAppsScript.Card_Service.ActionResponse;
type Navigation = GoogleAppsScript.Card_Service.Navigation;

/** The answer of a button that leads on: the card comes on top. Pressed on a problem's card, it takes that card's place. */
export function show(call: Call, card: Card, note?: string): ActionResponse {
  return call.parameters.again ? replace(card, note) : navigate(navigation().pushCard(card), note);
}

/** The card takes the place of the one whose button was pressed. */
export const replace = (card: Card, note?: string): ActionResponse => navigate(navigation().updateCard(card), note);

/** Back to the card before. */
export const goBack = (note?: string): ActionResponse => navigate(navigation().popCard(), note);

/** The card takes the place of the one that lies so many below that whose button was pressed. */
export const replaceBelow = (card: Card, note?: string, below = 1): ActionResponse =>
  navigate(
    Array.from({ length: below })
      .reduce<Navigation>((to) => to.popCard(), navigation())
      .updateCard(card),
    note,
  );

/** The same, and the one below made anew, since it shows what was changed too. */
export const replaceBoth = (below: Card, card: Card, note?: string): ActionResponse =>
  navigate(navigation().popCard().updateCard(below).pushCard(card), note);

/** Back to the first card, made anew. */
export const restart = (card: Card, note?: string): ActionResponse =>
  navigate(navigation().popToRoot().updateCard(card), note);

/** The card stays as it is, with everything typed in it. */
export const notify = (note: string): ActionResponse =>
  CardService.newActionResponseBuilder().setNotification(notification(note)).build();

/** A trigger's answer: the card, or the card of what went wrong. */
export function cardOrProblem(call: Call, make: () => Card): Card[] {
  try {
    return [make()];
  } catch (error) {
    return [problemCard({ t: call.t, code: codeOf('open', error), retry: { action: 'start', ids: {} } })];
  }
}

/** A button's answer: the handler's, or what went wrong. Nothing that was typed is lost to a problem that passes by itself. */
export function answerOrProblem(call: Call, action: ActionName, handle: () => ActionResponse): ActionResponse {
  try {
    return handle();
  } catch (error) {
    const code = codeOf(action, error);
    const { title, text } = call.t.problems[code];
    const { action: _, again: __, ...ids } = call.parameters;
    if (isPassing(code) && Object.keys(call.form).length > 0) return notify(call.t.common.note(title, text));
    const scopeLine = error instanceof Problem ? error.answer.scopeLine : undefined;
    return show(call, problemCard({ t: call.t, code, scopeLine, retry: { action, ids } }));
  }
}

function codeOf(doing: string, error: unknown): Code {
  logFailure(doing, error);
  return error instanceof Problem ? error.code : 'unexpected';
}

/** Gmail keeps the cards of the homepage and of other mails; they may count what this button did, so they are asked for again. */
function navigate(to: Navigation, note: string | undefined): ActionResponse {
  const response = CardService.newActionResponseBuilder().setNavigation(to).setStateChanged(true);
  if (note) response.setNotification(notification(note));
  return response.build();
}

const navigation = () => CardService.newNavigation();
const notification = (text: string) => CardService.newNotification().setText(shown(text, 300));
