import { integer, number, string } from '../signature.ts';
import { append, defineBuilder, field } from './builder.ts';
import { color } from './color.ts';
import { BorderType, GridItemLayout, ImageCropType } from './enums.ts';
import { clickSetters } from './on-click.ts';

export const BorderStyle = defineBuilder('BorderStyle', {
  setType: field(BorderType.kind, 'type'),
  setStrokeColor: field(color, 'strokeColor'),
  setCornerRadius: field(integer, 'cornerRadius'),
});

export const ImageCropStyle = defineBuilder('ImageCropStyle', {
  setImageCropType: field(ImageCropType.kind, 'type'),
  setAspectRatio: field(number, 'aspectRatio'),
});

export const ImageComponent = defineBuilder('ImageComponent', {
  setImageUrl: field(string, 'imageUri'),
  setAltText: field(string, 'altText'),
  setCropStyle: field(ImageCropStyle.kind, 'cropStyle'),
  setBorderStyle: field(BorderStyle.kind, 'borderStyle'),
});

export const GridItem = defineBuilder('GridItem', {
  setIdentifier: field(string, 'id'),
  setTitle: field(string, 'title'),
  setSubtitle: field(string, 'subtitle'),
  setImage: field(ImageComponent.kind, 'image'),
  setLayout: field(GridItemLayout.kind, 'layout'),
});

export const Grid = defineBuilder(
  'Grid',
  {
    ...clickSetters,
    setTitle: field(string, 'title'),
    setNumColumns: field(integer, 'columnCount'),
    setBorderStyle: field(BorderStyle.kind, 'borderStyle'),
    addItem: append(GridItem.kind, 'items'),
  },
  { initial: { items: [] } },
);
