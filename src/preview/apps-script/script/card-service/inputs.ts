import { boolean, integer, type Kind, string, strings } from '../signature.ts';
import { defineBuilder, field, listIn, setter } from './builder.ts';
import { InputType, SelectionInputType, SwitchControlType } from './enums.ts';
import { Action } from './on-click.ts';

export const Suggestions = defineBuilder(
  'Suggestions',
  {
    addSuggestion: setter([string], (json, text) => {
      listIn(json, 'items').push({ text });
    }),
    addSuggestions: setter([strings], (json, texts) => {
      listIn(json, 'items').push(...texts.map((text) => ({ text })));
    }),
  },
  { initial: { items: [] } },
);

export const Validation = defineBuilder('Validation', {
  setCharacterLimit: field(integer, 'characterLimit'),
  setInputType: field(InputType.kind, 'inputType'),
});

export const TextInput = defineBuilder('TextInput', {
  setFieldName: field(string, 'name'),
  setTitle: field(string, 'label'),
  setHint: field(string, 'hintText'),
  setValue: field(string, 'value'),
  setMultiline: setter([boolean], (json, multiline) => {
    json.type = multiline ? 'MULTIPLE_LINE' : 'SINGLE_LINE';
  }),
  setOnChangeAction: field(Action.kind, 'onChangeAction'),
  setSuggestions: field(Suggestions.kind, 'initialSuggestions'),
  setSuggestionsAction: field(Action.kind, 'autoCompleteAction'),
  setValidation: field(Validation.kind, 'validation'),
});

export const Switch = defineBuilder('Switch', {
  setFieldName: field(string, 'name'),
  setValue: field(string, 'value'),
  setSelected: field(boolean, 'selected'),
  setControlType: field(SwitchControlType.kind, 'controlType'),
  setOnChangeAction: field(Action.kind, 'onChangeAction'),
});

/** What SelectionInput.addItem takes as text and value; it becomes a string. */
const printable: Kind<string> = {
  accepts: (value) => ['string', 'number', 'boolean'].includes(typeof value),
  read: String,
};

export const SelectionInput = defineBuilder(
  'SelectionInput',
  {
    setFieldName: field(string, 'name'),
    setTitle: field(string, 'label'),
    setType: field(SelectionInputType.kind, 'type'),
    addItem: setter([printable, printable, boolean], (json, text, value, selected) => {
      listIn(json, 'items').push({ text, value, selected });
    }),
    addMultiSelectItem: setter(
      [string, string, boolean, string, string],
      (json, text, value, selected, startIconUri, bottomText) => {
        const icon = startIconUri ? { startIconUri } : {};
        listIn(json, 'items').push({ text, value, selected, ...icon, bottomText });
      },
    ),
    setMultiSelectMaxSelectedItems: field(integer, 'multiSelectMaxSelectedItems'),
    setMultiSelectMinQueryLength: field(integer, 'multiSelectMinQueryLength'),
    setOnChangeAction: field(Action.kind, 'onChangeAction'),
  },
  { initial: { items: [] } },
);
