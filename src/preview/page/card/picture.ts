import { h } from '../dom.ts';

/**
 * An image of a card. The page loads images from itself and from `data:` only (Gmail would fetch them through its proxy), so
 * any other address shows a frame with the alternative text.
 */
export function picture(url: string, options: { class: string; alt: string; circle?: boolean }): HTMLElement {
  const classes = `${options.class}${options.circle ? ' circle' : ''}`;
  if (isLocal(url)) return h('img', { class: classes, src: url, alt: options.alt });
  const label = options.alt
    ? { role: 'img', 'aria-label': options.alt, title: options.alt }
    : { 'aria-hidden': 'true' };
  return h('span', { class: `${classes} no-picture`, ...label }, options.alt.slice(0, 1).toUpperCase());
}

function isLocal(url: string): boolean {
  if (/^data:image\/(?:png|jpeg|gif);base64,/.test(url)) return true;
  return URL.canParse(url) && new URL(url).origin === location.origin;
}
