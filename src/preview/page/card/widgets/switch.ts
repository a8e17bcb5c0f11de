import { h } from '../../dom.ts';
import type { SwitchControl } from '../card-json.ts';
import type { CardContext } from '../context.ts';
import type { Field } from '../form.ts';

/** The switch at the end of a row, named by the row's text. Off, it sends nothing. */
export function switchControl(control: SwitchControl, labelId: string, context: CardContext): HTMLElement {
  const isSwitch = control.controlType === undefined || control.controlType === 'SWITCH';
  const value = control.value ?? '';
  const input = h('input', {
    class: isSwitch ? 'switch' : 'checkbox',
    type: 'checkbox',
    role: isSwitch && 'switch',
    'aria-labelledby': labelId,
    on: {
      change: () => {
        context.form.touch(field);
        if (control.onChangeAction) context.act(control.onChangeAction);
      },
    },
  });
  input.checked = control.selected ?? false;
  const field: Field = {
    name: control.name ?? '',
    value,
    values: () => (input.checked ? [value] : []),
    restore: (values) => {
      input.checked = values.length > 0;
    },
    problem: () => undefined,
    show: () => undefined,
    focus: () => input.focus(),
  };
  context.form.add(field);
  return input;
}
