import { h, newId } from '../../dom.ts';
import type { TextInput } from '../card-json.ts';
import type { CardContext } from '../context.ts';
import type { Field } from '../form.ts';

/** A text field with its label on the border, a hint or an error below, a counter where the length is limited. */
export function textInput(widget: TextInput, context: CardContext): HTMLElement {
  const id = newId();
  const multiline = widget.type === 'MULTIPLE_LINE' && !widget.initialSuggestions;
  const limit = widget.validation?.characterLimit || undefined;
  const label = widget.label || widget.hintText || widget.name || '';
  const attributes = {
    id,
    name: widget.name,
    placeholder: ' ',
    autocomplete: 'off',
    'aria-describedby': `${id}-help`,
    maxlength: limit,
  };
  const input = multiline
    ? h('textarea', { ...attributes, rows: 3 })
    : h('input', {
        ...attributes,
        type: 'text',
        inputmode: inputModes[widget.validation?.inputType ?? ''],
        list: widget.initialSuggestions && `${id}-suggestions`,
      });
  input.value = widget.value ?? '';

  const help = h('span', { class: 'help', id: `${id}-help` });
  const counter = h('span', { class: 'counter', 'aria-hidden': 'true' });
  const count = () => counter.replaceChildren(limit ? `${input.value.length} / ${limit}` : '');
  const field: Field = {
    name: widget.name ?? '',
    values: () => (input.value === '' ? [] : [input.value]),
    restore: ([value = '']) => {
      input.value = value;
      count();
    },
    problem: () => problemOf(input.value, widget, context),
    show: (problem) => {
      input.toggleAttribute('aria-invalid', problem !== undefined);
      if (problem !== undefined) input.setAttribute('aria-invalid', 'true');
      help.classList.toggle('error', problem !== undefined);
      help.replaceChildren(problem ?? (widget.label ? (widget.hintText ?? '') : ''));
    },
    focus: () => input.focus(),
  };
  context.form.add(field);
  field.show(undefined);
  count();
  input.addEventListener('input', () => {
    context.form.touch(field);
    field.show(undefined);
    count();
  });
  input.addEventListener('change', () => {
    field.show(input.value === '' ? undefined : field.problem());
    if (widget.onChangeAction) context.act(widget.onChangeAction);
  });

  const suggestions = widget.initialSuggestions?.items ?? [];
  return h(
    'div',
    { class: 'text-input' },
    h('div', { class: `outlined-field${multiline ? ' multiline' : ''}` }, input, h('label', { for: id }, label)),
    h('div', { class: 'below-field' }, help, counter),
    widget.initialSuggestions &&
      h('datalist', { id: `${id}-suggestions` }, ...suggestions.map(({ text }) => h('option', { value: text }))),
  );
}

const inputModes: Record<string, string> = { EMAIL: 'email', INTEGER: 'numeric', FLOAT: 'decimal' };

const patterns: Record<string, RegExp> = {
  INTEGER: /^[+-]?\d+$/,
  FLOAT: /^[+-]?(?:\d+\.?\d*|\.\d+)$/,
  EMAIL: /^[^\s@]+@[^\s@]+$/,
};

function problemOf(value: string, { validation }: TextInput, { words }: CardContext): string | undefined {
  const type = validation?.inputType ?? '';
  return patterns[type]?.test(value.trim()) === false ? words.invalid[type] : undefined;
}
