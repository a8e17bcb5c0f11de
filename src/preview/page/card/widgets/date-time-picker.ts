import { h, newId } from '../../dom.ts';
import type { DateTimePicker } from '../card-json.ts';
import type { CardContext } from '../context.ts';
import type { Field } from '../form.ts';

/** A date, a time, or both. Sends milliseconds since 1970 (a time: since midnight) as text, read as UTC like Gmail's. */
export function dateTimePicker(widget: DateTimePicker, context: CardContext): HTMLElement {
  const id = newId();
  const type = inputTypes[widget.type ?? 'DATE_AND_TIME'];
  const input = h('input', { id, name: widget.name, type, 'aria-describedby': `${id}-help` });
  if (widget.valueMsEpoch !== undefined) input.value = asInput(Number(widget.valueMsEpoch), type);
  const help = h('span', { class: 'help', id: `${id}-help` });
  const field: Field = {
    name: widget.name ?? '',
    values: () => (input.value === '' ? [] : [String(asMilliseconds(input.value, type))]),
    restore: ([value]) => {
      input.value = value === undefined ? '' : asInput(Number(value), type);
    },
    problem: () => undefined,
    show: (problem) => {
      help.classList.toggle('error', problem !== undefined);
      help.replaceChildren(problem ?? '');
    },
    focus: () => input.focus(),
  };
  context.form.add(field);
  input.addEventListener('change', () => {
    context.form.touch(field);
    field.show(undefined);
    if (widget.onChangeAction) context.act(widget.onChangeAction);
  });
  return h(
    'div',
    { class: 'text-input' },
    h('div', { class: 'outlined-field picker' }, input, h('label', { for: id }, widget.label ?? '')),
    h('div', { class: 'below-field' }, help),
  );
}

const inputTypes = { DATE_AND_TIME: 'datetime-local', DATE_ONLY: 'date', TIME_ONLY: 'time' } as const;
type InputType = (typeof inputTypes)[keyof typeof inputTypes];

function asInput(milliseconds: number, type: InputType): string {
  const iso = new Date(milliseconds).toISOString();
  return { 'datetime-local': iso.slice(0, 16), date: iso.slice(0, 10), time: iso.slice(11, 16) }[type];
}

function asMilliseconds(value: string, type: InputType): number {
  const iso = { 'datetime-local': `${value}Z`, date: `${value}T00:00Z`, time: `1970-01-01T${value}Z` }[type];
  return Date.parse(iso);
}
