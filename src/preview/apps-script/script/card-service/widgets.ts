import { boolean, integer, type Kind, string } from '../signature.ts';
import { type Builder, defineBuilder, field, type Json } from './builder.ts';
import { ButtonSet, button, MaterialIcon } from './buttons.ts';
import { Icon, ImageCropType } from './enums.ts';
import { Grid } from './grid.ts';
import { SelectionInput, Switch, TextInput } from './inputs.ts';
import { clickSetters } from './on-click.ts';

export const TextParagraph = defineBuilder('TextParagraph', {
  setText: field(string, 'text'),
  setMaxLines: field(integer, 'maxLines'),
});

export const Divider = defineBuilder('Divider', {});

export const Image = defineBuilder('Image', {
  ...clickSetters,
  setImageUrl: field(string, 'imageUrl'),
  setAltText: field(string, 'altText'),
});

export const IconImage = defineBuilder('IconImage', {
  setIcon: field(Icon.kind, 'knownIcon'),
  setIconUrl: field(string, 'iconUrl'),
  setMaterialIcon: field(MaterialIcon.kind, 'materialIcon'),
  setAltText: field(string, 'altText'),
  setImageCropType: field(ImageCropType.kind, 'imageType'),
});

export const DecoratedText = defineBuilder('DecoratedText', {
  ...clickSetters,
  setText: field(string, 'text'),
  setTopLabel: field(string, 'topLabel'),
  setBottomLabel: field(string, 'bottomLabel'),
  setWrapText: field(boolean, 'wrapText'),
  setStartIcon: field(IconImage.kind, 'startIcon'),
  setEndIcon: field(IconImage.kind, 'endIcon'),
  setButton: field(button, 'button'),
  setSwitchControl: field(Switch.kind, 'switchControl'),
});

const widgets: Record<string, Builder> = {
  textParagraph: TextParagraph,
  image: Image,
  decoratedText: DecoratedText,
  buttonList: ButtonSet,
  textInput: TextInput,
  selectionInput: SelectionInput,
  divider: Divider,
  grid: Grid,
};

/** Accepts what a section may hold and reads it as Widget; a button alone becomes a list of one. */
export const widget: Kind<Json> = {
  accepts: (value) => button.accepts(value) || widgetName(value) !== undefined,
  read: (value) => {
    const name = widgetName(value);
    if (name === undefined) return { buttonList: { buttons: [button.read(value)] } };
    return { [name]: (widgets[name] as Builder).kind.read(value) };
  },
};

function widgetName(value: unknown): string | undefined {
  return Object.keys(widgets).find((name) => widgets[name]?.kind.accepts(value));
}
