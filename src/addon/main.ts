import { startCard } from './actions/start.ts';
import { actions, isAction } from './actions.ts';
import { type GmailEvent, readCall } from './call.ts';
import { Problem } from './problem.ts';
import { answerOrProblem, cardOrProblem } from './respond.ts';

type Card = GoogleAppsScript.Card_Service.Card;
type ActionResponse = GoogleAppsScript.Card_Service.ActionResponse;

/** The add-on was opened without a mail. */
export function onGmailHomepage(event: GmailEvent): Card[] {
  const call = readCall(event, Date.now());
  return cardOrProblem(call, () => startCard({ ...call, message: undefined }));
}

/** A mail was opened. */
export function onGmailMessage(event: GmailEvent): Card[] {
  const call = readCall(event, Date.now());
  return cardOrProblem(call, () => startCard(call));
}

/** A button was pressed; its parameter `action` says which. */
export function onAction(event: GmailEvent): ActionResponse {
  const call = readCall(event, Date.now());
  const name = call.parameters.action;
  if (isAction(name)) return answerOrProblem(call, name, () => actions[name](call));
  return answerOrProblem(call, 'start', () => {
    throw new Problem('unexpected', 'A button named an action that does not exist');
  });
}
