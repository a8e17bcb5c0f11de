import type { Enumeration } from '../enumeration.ts';
import { serviceObject } from '../service-object.ts';
import { checked } from '../signature.ts';
import { AuthorizationException } from './authorization.ts';
import type { Builder } from './builder.ts';
import { ButtonSet, FixedFooter, ImageButton, MaterialIcon, TextButton } from './buttons.ts';
import { CardAction, CardBuilder, CardHeader, CardSection } from './card.ts';
import * as enums from './enums.ts';
import { BorderStyle, Grid, GridItem, ImageComponent, ImageCropStyle } from './grid.ts';
import { SelectionInput, Suggestions, Switch, TextInput, Validation } from './inputs.ts';
import { Action, AuthorizationAction, OpenLink } from './on-click.ts';
import {
  ActionResponseBuilder,
  Navigation,
  Notification,
  SuggestionsResponseBuilder,
  UniversalActionResponseBuilder,
} from './responses.ts';
import { DecoratedText, Divider, IconImage, Image, TextParagraph } from './widgets.ts';

/** Each has a `new…` method. */
const builders: Record<string, Builder> = {
  Action,
  ActionResponseBuilder,
  AuthorizationAction,
  AuthorizationException,
  BorderStyle,
  ButtonSet,
  CardAction,
  CardBuilder,
  CardHeader,
  CardSection,
  DecoratedText,
  Divider,
  FixedFooter,
  Grid,
  GridItem,
  IconImage,
  Image,
  ImageButton,
  ImageComponent,
  ImageCropStyle,
  MaterialIcon,
  Navigation,
  Notification,
  OpenLink,
  SelectionInput,
  Suggestions,
  SuggestionsResponseBuilder,
  Switch,
  TextButton,
  TextInput,
  TextParagraph,
  UniversalActionResponseBuilder,
  Validation,
};

export const CardService = serviceObject('CardService', {
  ...Object.fromEntries(
    Object.entries(enums).map(([name, enumeration]) => [name, (enumeration as Enumeration<string>).values]),
  ),
  ...Object.fromEntries(
    Object.entries(builders).map(([name, builder]) => [
      `new${name}`,
      checked(`CardService.new${name}`, [], () => builder.create()),
    ]),
  ),
});
