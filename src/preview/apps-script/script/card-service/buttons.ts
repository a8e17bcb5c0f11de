import { boolean, integer, type Kind, string } from '../signature.ts';
import { append, defineBuilder, field, type Json, nestedField } from './builder.ts';
import { color } from './color.ts';
import { Icon, TextButtonStyle } from './enums.ts';
import { clickSetters } from './on-click.ts';

export const MaterialIcon = defineBuilder('MaterialIcon', {
  setName: field(string, 'name'),
  setFill: field(boolean, 'fill'),
  setWeight: field(integer, 'weight'),
  setGrade: field(integer, 'grade'),
});

export const TextButton = defineBuilder('TextButton', {
  ...clickSetters,
  setText: field(string, 'text'),
  setAltText: field(string, 'altText'),
  setDisabled: field(boolean, 'disabled'),
  setTextButtonStyle: field(TextButtonStyle.kind, 'type'),
  setBackgroundColor: field(color, 'color'),
});

export const ImageButton = defineBuilder('ImageButton', {
  ...clickSetters,
  setAltText: field(string, 'altText'),
  setIcon: nestedField(Icon.kind, 'icon', 'knownIcon'),
  setIconUrl: nestedField(string, 'icon', 'iconUrl'),
  setMaterialIcon: nestedField(MaterialIcon.kind, 'icon', 'materialIcon'),
});

/** Either kind of button, where CardService takes a Button. */
export const button: Kind<Json> = {
  accepts: (value) => TextButton.kind.accepts(value) || ImageButton.kind.accepts(value),
  read: (value) => TextButton.kind.read(value),
};

export const ButtonSet = defineBuilder(
  'ButtonSet',
  { addButton: append(button, 'buttons') },
  { initial: { buttons: [] } },
);

export const FixedFooter = defineBuilder('FixedFooter', {
  setPrimaryButton: field(TextButton.kind, 'primaryButton'),
  setSecondaryButton: field(TextButton.kind, 'secondaryButton'),
});
