import { h } from '../dom.ts';
import type { OnClick } from './card-json.ts';
import type { CardContext } from './context.ts';
import { linkTarget } from './link.ts';

/**
 * The element that does what `onClick` says: a link where it only leads somewhere, else a button. Undefined where there is
 * nothing to do. `parameters` are added to those of an action.
 */
export function clickable(
  onClick: OnClick | undefined,
  context: CardContext,
  options: { class: string; label?: string; disabled?: boolean; parameters?: Record<string, string> },
): HTMLElement | undefined {
  const attributes = { class: options.class, 'aria-label': options.label };
  const link = onClick?.openLink;
  const href = linkTarget(link?.url);
  if (href && link?.onClose !== 'RELOAD' && !options.disabled) {
    return h('a', { ...attributes, href, target: '_blank', rel: 'noopener noreferrer' });
  }
  const run = onClick && runner(onClick, context, options.parameters);
  if (!run) return undefined;
  return h('button', { ...attributes, type: 'button', disabled: options.disabled, on: { click: run } });
}

/** What a click does, as a function; undefined where it does nothing. */
export function runner(
  onClick: OnClick,
  context: CardContext,
  parameters: Record<string, string> = {},
): (() => void) | undefined {
  const { action, openLink, card } = onClick;
  const call = action ?? onClick.openDynamicLinkAction;
  if (call) return () => context.act(call, parameters);
  if (openLink) return () => context.openLink(openLink);
  if (card) return () => context.showCard(card);
  return undefined;
}
