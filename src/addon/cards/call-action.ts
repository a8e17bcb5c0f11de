import type { ActionName } from '../actions.ts';

/**
 * A button's action. Every one goes through `onAction`, which finds the handler by name. Parameters carry ids: a client can
 * change them, so the handler looks things up again.
 */
export function callAction(action: ActionName, ids: Record<string, string> = {}): GoogleAppsScript.Card_Service.Action {
  return CardService.newAction()
    .setFunctionName('onAction')
    .setParameters({ ...ids, action })
    .setLoadIndicator(CardService.LoadIndicator.SPINNER);
}
