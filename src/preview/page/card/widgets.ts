import { h } from '../dom.ts';
import type { Column, Image, TextParagraph, Widget } from './card-json.ts';
import { clickable } from './click.ts';
import type { CardContext } from './context.ts';
import { picture } from './picture.ts';
import { formattedText } from './text.ts';
import { buttonList } from './widgets/buttons.ts';
import { dateTimePicker } from './widgets/date-time-picker.ts';
import { decoratedText } from './widgets/decorated-text.ts';
import { grid } from './widgets/grid.ts';
import { selectionInput } from './widgets/selection-input.ts';
import { textInput } from './widgets/text-input.ts';

/** One widget as Gmail draws it. A kind the preview does not draw says so, rather than vanish. */
export function drawWidget(widget: Widget, context: CardContext): HTMLElement {
  const alignment = alignments[widget.horizontalAlignment ?? ''] ?? '';
  return h('div', { class: `widget ${alignment}` }, contentOf(widget, context));
}

const alignments: Record<string, string> = { CENTER: 'align-center', END: 'align-end' };

function contentOf(widget: Widget, context: CardContext): HTMLElement {
  if (widget.textParagraph) return textParagraph(widget.textParagraph, context);
  if (widget.decoratedText) return decoratedText(widget.decoratedText, context);
  if (widget.buttonList) return buttonList(widget.buttonList.buttons ?? [], context);
  if (widget.textInput) return textInput(widget.textInput, context);
  if (widget.selectionInput) return selectionInput(widget.selectionInput, context);
  if (widget.dateTimePicker) return dateTimePicker(widget.dateTimePicker, context);
  if (widget.image) return image(widget.image, context);
  if (widget.divider) return h('hr', { class: 'divider' });
  if (widget.grid) return grid(widget.grid, context);
  if (widget.columns) return columns(widget.columns.columnItems ?? [], context);
  const kind = Object.keys(widget).find((key) => key !== 'horizontalAlignment') ?? '?';
  return h('p', { class: 'not-drawn' }, context.words.notDrawn(kind));
}

function textParagraph({ text, maxLines }: TextParagraph, { words }: CardContext): HTMLElement {
  const paragraph = h('p', { class: 'text-paragraph' }, formattedText(text ?? ''));
  if (!maxLines || maxLines < 0) return paragraph;
  paragraph.classList.add('clamped');
  paragraph.style.setProperty('-webkit-line-clamp', String(maxLines));
  const toggle = h('button', { type: 'button', class: 'text-toggle', 'aria-expanded': 'false' }, words.details);
  toggle.addEventListener('click', () => {
    const clamped = paragraph.classList.toggle('clamped');
    toggle.setAttribute('aria-expanded', String(!clamped));
    toggle.replaceChildren(clamped ? words.more : words.showLess);
  });
  toggle.replaceChildren(words.more);
  return h('div', {}, paragraph, toggle);
}

function image({ imageUrl, altText, onClick }: Image, context: CardContext): HTMLElement {
  const drawn = picture(imageUrl ?? '', { class: 'image', alt: altText ?? '' });
  const frame = clickable(onClick, context, { class: 'image-action', label: altText });
  frame?.append(drawn);
  return frame ?? drawn;
}

function columns(items: Column[], context: CardContext): HTMLElement {
  return h(
    'div',
    { class: 'columns' },
    ...items.slice(0, 2).map((column) =>
      h(
        'div',
        {
          class: [
            'column',
            column.horizontalSizeStyle === 'FILL_MINIMUM_SPACE' ? 'narrow' : 'wide',
            alignments[column.horizontalAlignment ?? ''] ?? '',
            column.verticalAlignment === 'CENTER' ? 'middle' : column.verticalAlignment === 'BOTTOM' ? 'bottom' : '',
          ].join(' '),
        },
        ...(column.widgets ?? []).map((widget) => drawWidget(widget, context)),
      ),
    ),
  );
}
