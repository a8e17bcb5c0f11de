import { telTypes } from '../../contact/draft.ts';
import { type FormField, telTypeField } from '../form-fields.ts';
import type { Messages } from '../messages/messages.ts';
import { shown } from '../text.ts';

type Widget = GoogleAppsScript.Card_Service.Widget;

/** The input of a field, and of a phone its kind. `typed`: what stands in the form instead of the field's own value. */
export function fieldInputs(
  t: Messages,
  field: FormField,
  { typed, hint }: { typed?: Record<string, string>; hint?: string },
): Widget[] {
  const input = CardService.newTextInput()
    .setFieldName(field.name)
    .setTitle(titleOf(field, t))
    .setValue(typed ? (typed[field.name] ?? '') : field.value)
    .setMultiline(field.kind === 'adr');
  if (hint) input.setHint(hint);
  if (field.kind !== 'tel') return [input];
  const chosen = typed?.[telTypeField(field)] ?? field.telType ?? '';
  const kinds = CardService.newSelectionInput()
    .setFieldName(telTypeField(field))
    .setTitle(numbered(t.fields.telType, field.index))
    .setType(CardService.SelectionInputType.DROPDOWN)
    .addItem(t.noTelType, '', chosen === '');
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
