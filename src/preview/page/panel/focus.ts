import type { CardView } from '../card/card-view.ts';
import type { Move } from './card-stack.ts';

/** The control that had the focus when the card was locked: the element, and how to find its like in an updated card. */
export interface HeldFocus {
  element: HTMLElement;
  likeness: string;
}

/** Takes the focus to the panel's body while its card is locked, so that the keyboard stays there. */
export function holdFocus(body: HTMLElement): HeldFocus | undefined {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || !body.contains(element)) return undefined;
  body.focus();
  return { element, likeness: likenessOf(element) };
}

/** Where the keyboard goes on after a card changed: the new card's heading, or the control one came from. */
export function moveFocus(
  move: Move | 'failed',
  top: CardView | undefined,
  held: HeldFocus | undefined,
  body: HTMLElement,
): void {
  if (move === 'failed') body.querySelector<HTMLElement>('h3')?.focus();
  else if (move === 'pushed') top?.heading.focus();
  else if (move === 'popped') (top?.leftFrom ?? top?.heading)?.focus();
  else if (held) (held.element.isConnected ? held.element : (findLike(held, body) ?? top?.heading))?.focus();
}

function findLike(held: HeldFocus, body: HTMLElement): HTMLElement | undefined {
  const controls = body.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea');
  return [...controls].find((control) => likenessOf(control) === held.likeness);
}

const likenessOf = (element: HTMLElement): string =>
  [
    element.tagName,
    element.getAttribute('name'),
    element.getAttribute('aria-label'),
    element instanceof HTMLInputElement ? element.value : element.textContent,
  ].join('|');
