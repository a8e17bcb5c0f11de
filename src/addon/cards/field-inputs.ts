import { telTypes } from '../../contact/draft.ts';
import { type FormField, telTypeField } from '../form-fields.ts';
import type { Messages } from '../messages/messages.ts';
import { shown } from '../text.ts';
import { selection, textBox } from './widgets.ts';

type Widget = GoogleAppsScript.Card_Service.Widget;

/** The input of a field, and of a phone its kind. `typed`: what stands in the form instead of the field's own value. */
export function fieldInputs(
  t: Messages,
  field: FormField,
  { typed, hint }: { typed?: Record<string, string>; hint?: string },
): Widget[] {
  const input = textBox(field.name, titleOf(field, t), typed ? (typed[field.name] ?? '') : field.value).setMultiline(
    field.kind === 'adr',
  );
  if (hint) input.setHint(hint);
  if (field.kind !== 'tel') return [input];
  const chosen = typed?.[telTypeField(field)] ?? field.telType ?? '';
  const kinds = selection('DROPDOWN', telTypeField(field), numbered(t.fields.telType, field.index)).addItem(
    t.noTelType,
    '',
    chosen === '',
  );
  for (const type of telTypes) kinds.addItem(t.telTypes[type], type, chosen === type);
  return [input, kinds];
}

function titleOf(field: FormField, t: Messages): string {
  const label = field.kind === 'social' ? shown(field.service ?? '', 40) || t.fields.social : t.fields[field.kind];
  const one = field.kind === 'social' ? label : numbered(label, field.index);
  return field.finding?.basis === 'inferred' ? t.suggestion.check(one) : one;
}

/** `Phone`, `Phone 2`, `Phone 3`: for those who hear the labels. */
const numbered = (label: string, index: number): string => (index ? `${label} ${index + 1}` : label);
