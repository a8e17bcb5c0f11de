import { h, newId } from '../../dom.ts';
import type { DecoratedText } from '../card-json.ts';
import { clickable } from '../click.ts';
import type { CardContext } from '../context.ts';
import { cardIcon } from '../icon.ts';
import { formattedText } from '../text.ts';
import { cardButton } from './buttons.ts';
import { switchControl } from './switch.ts';

/** A row: icon, label, text, label, and a button, a switch or an icon at the end. A row with a click action is one button. */
export function decoratedText(widget: DecoratedText, context: CardContext): HTMLElement {
  const textId = newId();
  const icon = widget.startIcon ?? widget.icon;
  const clickableRow = clickable(widget.onClick, context, { class: 'row-action' });
  const row = clickableRow ?? h('div', { class: 'row-still' });
  if (icon) row.append(h('span', { class: 'row-icon' }, cardIcon(icon)));
  row.append(
    h(
      'span',
      { class: 'row-texts', id: textId },
      widget.topLabel ? h('span', { class: 'label' }, widget.topLabel) : undefined,
      h(
        'span',
        { class: `text ${widget.wrapText ? 'wrap' : 'one-line'}` },
        formattedText(widget.text ?? '', { links: clickableRow === undefined }),
      ),
      widget.bottomLabel ? h('span', { class: 'label' }, widget.bottomLabel) : undefined,
    ),
  );
  if (widget.endIcon) row.append(h('span', { class: 'row-icon' }, cardIcon(widget.endIcon)));
  return h(
    'div',
    { class: 'decorated-text' },
    row,
    widget.button && cardButton(widget.button, context),
    widget.switchControl && switchControl(widget.switchControl, textId, context),
  );
}
