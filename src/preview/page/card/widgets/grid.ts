import { h } from '../../dom.ts';
import type { Grid, GridItem } from '../card-json.ts';
import { clickable } from '../click.ts';
import type { CardContext } from '../context.ts';
import { picture } from '../picture.ts';

/** Items in one or two columns, as in the side panel. A click tells the action which item: `grid_item_identifier`. */
export function grid(widget: Grid, context: CardContext): HTMLElement {
  const columns = Math.min(2, Math.max(1, widget.columnCount ?? 1));
  const framed = widget.borderStyle?.type === 'STROKE';
  return h(
    'div',
    { class: 'grid' },
    widget.title ? h('p', { class: 'grid-title' }, widget.title) : undefined,
    h(
      'ul',
      { class: `grid-items columns-${columns}` },
      ...(widget.items ?? []).map((item) => h('li', {}, gridItem(item, widget, framed, context))),
    ),
  );
}

function gridItem(item: GridItem, widget: Grid, framed: boolean, context: CardContext): HTMLElement {
  const options = {
    class: `grid-item${framed ? ' framed' : ''}`,
    parameters: { grid_item_identifier: item.id ?? '' },
  };
  const element = clickable(widget.onClick, context, options) ?? h('div', { class: options.class });
  const texts = h(
    'span',
    { class: 'row-texts' },
    item.title ? h('span', { class: 'text' }, item.title) : undefined,
    item.subtitle ? h('span', { class: 'label' }, item.subtitle) : undefined,
  );
  const image = item.image?.imageUri
    ? picture(item.image.imageUri, {
        class: 'grid-image',
        alt: item.image.altText ?? '',
        circle: item.image.cropStyle?.type === 'CIRCLE',
      })
    : undefined;
  const parts = item.layout === 'TEXT_ABOVE' ? [texts, image] : [image, texts];
  element.append(...parts.filter((part) => part !== undefined));
  return element;
}
