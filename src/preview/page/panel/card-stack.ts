import type { CardNavigation } from '../../apps-script/types.ts';
import type { Card } from '../card/card-json.ts';
import type { CardView } from '../card/card-view.ts';

/** How the card on top changed, for the focus. */
export type Move = 'pushed' | 'updated' | 'popped' | 'stayed';

/**
 * Does what a Navigation says to a stack of drawn cards (last one on top). The root cannot be popped; an update keeps what
 * the user typed; `popToCard` with a name that is not there leaves the stack as it is.
 */
export function navigate(stack: CardView[], navigation: CardNavigation, draw: (card: Card) => CardView): Move {
  if ('pushCard' in navigation) {
    stack.push(draw(navigation.pushCard as Card));
    return 'pushed';
  }
  if ('updateCard' in navigation) {
    const view = draw(navigation.updateCard as Card);
    const replaced = stack.pop();
    if (replaced) view.form.takeOver(replaced.form);
    stack.push(view);
    return 'updated';
  }
  if ('popToCard' in navigation) {
    return popTo(
      stack,
      stack.findLastIndex(({ card }) => card.name === navigation.popToCard),
    );
  }
  return popTo(stack, 'popToRoot' in navigation ? 0 : stack.length - 2);
}

function popTo(stack: CardView[], index: number): Move {
  if (index < 0 || index >= stack.length - 1) return 'stayed';
  stack.length = index + 1;
  return 'popped';
}
