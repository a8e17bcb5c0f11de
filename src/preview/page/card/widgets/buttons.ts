import { h } from '../../dom.ts';
import type { Button } from '../card-json.ts';
import { clickable } from '../click.ts';
import type { CardContext } from '../context.ts';
import { cardIcon } from '../icon.ts';

/** A row of buttons that wraps. */
export function buttonList(buttons: Button[], context: CardContext): HTMLElement {
  return h('div', { class: 'button-list' }, ...buttons.map((button) => cardButton(button, context)));
}

/** One button; `fallbackType` is its look where the card says none. Undefined when a click would do nothing. */
export function cardButton(
  button: Button,
  context: CardContext,
  fallbackType: 'outlined' | 'filled' | 'icon' = 'outlined',
): HTMLElement | undefined {
  const { text, icon, color } = button;
  const element = clickable(button.onClick, context, {
    class: `card-button ${text ? lookOf(button, fallbackType) : 'icon-only'}`,
    label: button.altText ?? (text ? undefined : (icon?.altText ?? icon?.knownIcon ?? icon?.materialIcon?.name)),
    disabled: button.disabled,
  });
  if (!element) return undefined;
  if (icon) element.append(cardIcon({ ...icon, altText: undefined }, text ? 18 : 20));
  if (text) element.append(h('span', {}, text));
  if (color && text && !button.disabled) paint(element, color);
  return element;
}

function lookOf({ type, color }: Button, fallback: string): string {
  if (type === 'FILLED') return 'filled';
  if (type === 'FILLED_TONAL') return 'tonal';
  if (type === 'BORDERLESS') return 'borderless';
  if (type === 'OUTLINED') return 'outlined';
  return color ? 'filled' : fallback;
}

/** The colour is the background of a filled button, with black or white on it, whichever reads better. */
function paint(element: HTMLElement, color: NonNullable<Button['color']>): void {
  if (!element.classList.contains('filled')) return;
  const channels = [color.red ?? 0, color.green ?? 0, color.blue ?? 0];
  element.style.backgroundColor = `rgb(${channels.map((channel) => Math.round(channel * 255)).join(' ')})`;
  const [red = 0, green = 0, blue = 0] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  element.style.color = 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000' : '#fff';
}
