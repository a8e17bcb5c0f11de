import { boolean, integer, string } from '../signature.ts';
import { append, defineBuilder, field, printJson } from './builder.ts';
import { FixedFooter } from './buttons.ts';
import { DisplayStyle, ImageStyle } from './enums.ts';
import { clickSetters } from './on-click.ts';
import { widget } from './widgets.ts';

export const CardHeader = defineBuilder('CardHeader', {
  setTitle: field(string, 'title'),
  setSubtitle: field(string, 'subtitle'),
  setImageUrl: field(string, 'imageUrl'),
  setImageAltText: field(string, 'imageAltText'),
  setImageStyle: field(ImageStyle.kind, 'imageType'),
});

export const CardSection = defineBuilder(
  'CardSection',
  {
    setHeader: field(string, 'header'),
    addWidget: append(widget, 'widgets'),
    setCollapsible: field(boolean, 'collapsible'),
    setNumUncollapsibleWidgets: field(integer, 'uncollapsibleWidgetsCount'),
  },
  { initial: { widgets: [] } },
);

export const CardAction = defineBuilder('CardAction', { ...clickSetters, setText: field(string, 'actionLabel') });

export const Card = defineBuilder('Card', {}, { methods: printJson });

export const CardBuilder = defineBuilder(
  'CardBuilder',
  {
    setName: field(string, 'name'),
    setHeader: field(CardHeader.kind, 'header'),
    addSection: append(CardSection.kind, 'sections'),
    addCardAction: append(CardAction.kind, 'cardActions'),
    setFixedFooter: field(FixedFooter.kind, 'fixedFooter'),
    setDisplayStyle: field(DisplayStyle.kind, 'displayStyle'),
    setPeekCardHeader: field(CardHeader.kind, 'peekCardHeader'),
  },
  { initial: { sections: [] }, methods: { build: Card.of } },
);
