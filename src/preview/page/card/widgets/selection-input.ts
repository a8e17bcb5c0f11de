import { h, newId } from '../../dom.ts';
import type { SelectionInput, SelectionItem } from '../card-json.ts';
import type { CardContext } from '../context.ts';
import type { Field } from '../form.ts';

/** Check boxes, radio buttons, switches, a dropdown, or a list to choose several from. */
export function selectionInput(widget: SelectionInput, context: CardContext): HTMLElement {
  return widget.type === 'DROPDOWN' ? dropdown(widget, context) : choices(widget, context);
}

function dropdown(widget: SelectionInput, context: CardContext): HTMLElement {
  const id = newId();
  const items = widget.items ?? [];
  const select = h(
    'select',
    { id, name: widget.name, 'aria-describedby': `${id}-help` },
    ...items.map((item) => h('option', { value: item.value ?? '', selected: item.selected }, item.text ?? '')),
  );
  if (!items.some((item) => item.selected)) select.selectedIndex = -1;
  const help = h('span', { class: 'help', id: `${id}-help` });
  const field: Field = {
    name: widget.name ?? '',
    values: () => (select.selectedIndex < 0 ? [] : [select.value]),
    restore: ([value]) => {
      if (value !== undefined) select.value = value;
    },
    problem: () => undefined,
    show: (problem) => showAt(select, help, problem),
    focus: () => select.focus(),
  };
  context.form.add(field);
  select.addEventListener('change', () => changed(field, widget, context));
  return h(
    'div',
    { class: 'text-input' },
    h('div', { class: 'outlined-field dropdown' }, select, h('label', { for: id }, widget.label ?? '')),
    h('div', { class: 'below-field' }, help),
  );
}

function choices(widget: SelectionInput, context: CardContext): HTMLElement {
  const group = newId();
  const type = widget.type ?? 'CHECK_BOX';
  const max = type === 'MULTI_SELECT' ? widget.multiSelectMaxSelectedItems || undefined : undefined;
  const help = h('span', { class: 'help', id: `${group}-help` });
  const entries = (widget.items ?? []).map((item) => choice(item, type, group));
  const inputs = entries.map(({ input }) => input);
  const box = h(
    'fieldset',
    { class: `choices${type === 'MULTI_SELECT' ? ' multi-select' : ''}`, 'aria-describedby': `${group}-help` },
    h('legend', { class: 'label' }, widget.label ?? ''),
  );
  const chosen = () => inputs.filter((input) => input.checked).map((input) => input.value);
  const field: Field = {
    name: widget.name ?? '',
    values: chosen,
    restore: (values) => {
      for (const input of inputs) input.checked = values.includes(input.value);
    },
    problem: () => (max !== undefined && chosen().length > max ? context.words.tooMany(max) : undefined),
    show: (problem) => showAt(box, help, problem),
    focus: () => inputs[0]?.focus(),
  };
  context.form.add(field);
  for (const input of inputs) {
    input.addEventListener('change', () => {
      field.show(field.problem());
      changed(field, widget, context);
    });
  }
  if (type === 'MULTI_SELECT' && entries.length > 7) box.append(filter(entries, context));
  box.append(h('div', { class: 'choice-list' }, ...entries.map(({ row }) => row)), help);
  return box;
}

interface Choice {
  row: HTMLElement;
  input: HTMLInputElement;
  text: string;
}

function choice(item: SelectionItem, type: NonNullable<SelectionInput['type']>, group: string): Choice {
  const id = newId();
  const input = h('input', {
    id,
    class: type === 'SWITCH' ? 'switch' : type === 'RADIO_BUTTON' ? 'radio' : 'checkbox',
    type: type === 'RADIO_BUTTON' ? 'radio' : 'checkbox',
    role: type === 'SWITCH' && 'switch',
    name: group,
    value: item.value ?? '',
  });
  input.checked = item.selected ?? false;
  const label = h(
    'label',
    { class: 'choice-label', for: id },
    h('span', { class: 'text' }, item.text ?? ''),
    item.bottomText ? h('span', { class: 'label' }, item.bottomText) : undefined,
  );
  const row = h('div', { class: `choice${type === 'SWITCH' ? ' with-switch' : ''}` }, input, label);
  return { row, input, text: `${item.text ?? ''} ${item.bottomText ?? ''}`.toLowerCase() };
}

/** Narrows a long list while one types; what is chosen stays chosen. */
function filter(entries: Choice[], { words }: CardContext): HTMLElement {
  const input = h('input', { type: 'search', class: 'filter', 'aria-label': words.filter, placeholder: words.filter });
  input.addEventListener('input', () => {
    const wanted = input.value.trim().toLowerCase();
    for (const { row, text } of entries) row.hidden = !text.includes(wanted);
  });
  return input;
}

function changed(field: Field, widget: SelectionInput, context: CardContext): void {
  context.form.touch(field);
  if (widget.onChangeAction) context.act(widget.onChangeAction);
}

function showAt(input: HTMLElement, help: HTMLElement, problem: string | undefined): void {
  if (problem === undefined) input.removeAttribute('aria-invalid');
  else input.setAttribute('aria-invalid', 'true');
  help.classList.toggle('error', problem !== undefined);
  help.replaceChildren(problem ?? '');
}
