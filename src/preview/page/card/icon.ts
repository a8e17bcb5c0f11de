import { h } from '../dom.ts';
import { drawIcon, iconNamed } from '../icons.ts';
import type { Icon } from './card-json.ts';
import { picture } from './picture.ts';

/** A known or Material icon drawn here, or the icon's image. It has a name for screen readers only where the card gives one. */
export function cardIcon(icon: Icon, sizePx = 20): HTMLElement {
  if (icon.iconUrl) {
    return picture(icon.iconUrl, { class: 'icon-image', alt: icon.altText ?? '', circle: icon.imageType === 'CIRCLE' });
  }
  const drawing = drawIcon(iconNamed(icon.knownIcon ?? icon.materialIcon?.name ?? ''), sizePx);
  const label = icon.altText ? { role: 'img', 'aria-label': icon.altText } : {};
  return h('span', { class: 'icon', ...label }, drawing);
}
