/**
 * A card as CardService emits it: JSON of google.apps.card.v1.Card (card.proto), the parts that Gmail draws. Enums are
 * their names; what is absent has the proto's default. The emulator has validated it.
 */
export interface Card {
  name?: string;
  header?: CardHeader;
  sections?: Section[];
  cardActions?: CardAction[];
  fixedFooter?: { primaryButton?: Button; secondaryButton?: Button };
  peekCardHeader?: CardHeader;
}

export interface CardHeader {
  title?: string;
  subtitle?: string;
  imageUrl?: string;
  imageAltText?: string;
  imageType?: 'SQUARE' | 'CIRCLE';
}

export interface Section {
  header?: string;
  widgets?: Widget[];
  collapsible?: boolean;
  uncollapsibleWidgetsCount?: number;
}

export interface CardAction {
  actionLabel?: string;
  onClick?: OnClick;
}

/** A oneof: exactly one of the members stands beside `horizontalAlignment`. */
export interface Widget {
  textParagraph?: TextParagraph;
  image?: Image;
  decoratedText?: DecoratedText;
  buttonList?: { buttons?: Button[] };
  textInput?: TextInput;
  selectionInput?: SelectionInput;
  dateTimePicker?: DateTimePicker;
  divider?: Record<string, never>;
  grid?: Grid;
  columns?: { columnItems?: Column[] };
  horizontalAlignment?: HorizontalAlignment;
}

export type HorizontalAlignment = 'HORIZONTAL_ALIGNMENT_UNSPECIFIED' | 'START' | 'CENTER' | 'END';

export interface TextParagraph {
  text?: string;
  maxLines?: number;
}

export interface Image {
  imageUrl?: string;
  altText?: string;
  onClick?: OnClick;
}

export interface DecoratedText {
  icon?: Icon;
  startIcon?: Icon;
  topLabel?: string;
  text?: string;
  bottomLabel?: string;
  wrapText?: boolean;
  onClick?: OnClick;
  button?: Button;
  switchControl?: SwitchControl;
  endIcon?: Icon;
}

export interface SwitchControl {
  name?: string;
  value?: string;
  selected?: boolean;
  controlType?: 'SWITCH' | 'CHECKBOX' | 'CHECK_BOX';
  onChangeAction?: Action;
}

export interface TextInput {
  name?: string;
  label?: string;
  hintText?: string;
  value?: string;
  type?: 'SINGLE_LINE' | 'MULTIPLE_LINE';
  onChangeAction?: Action;
  initialSuggestions?: { items?: { text?: string }[] };
  validation?: { characterLimit?: number; inputType?: 'TEXT' | 'INTEGER' | 'FLOAT' | 'EMAIL' | string };
}

export interface SelectionInput {
  name?: string;
  label?: string;
  type?: 'CHECK_BOX' | 'RADIO_BUTTON' | 'SWITCH' | 'DROPDOWN' | 'MULTI_SELECT';
  items?: SelectionItem[];
  onChangeAction?: Action;
  multiSelectMaxSelectedItems?: number;
}

export interface SelectionItem {
  text?: string;
  value?: string;
  selected?: boolean;
  bottomText?: string;
}

export interface DateTimePicker {
  name?: string;
  label?: string;
  type?: 'DATE_AND_TIME' | 'DATE_ONLY' | 'TIME_ONLY';
  /** An int64, which JSON writes as a string. */
  valueMsEpoch?: string | number;
  onChangeAction?: Action;
}

export interface Button {
  text?: string;
  icon?: Icon;
  /** Channels from 0 to 1. */
  color?: { red?: number; green?: number; blue?: number };
  onClick?: OnClick;
  disabled?: boolean;
  altText?: string;
  type?: 'TYPE_UNSPECIFIED' | 'OUTLINED' | 'FILLED' | 'FILLED_TONAL' | 'BORDERLESS';
}

export interface Icon {
  knownIcon?: string;
  iconUrl?: string;
  materialIcon?: { name?: string; fill?: boolean };
  altText?: string;
  imageType?: 'SQUARE' | 'CIRCLE';
}

export interface Grid {
  title?: string;
  items?: GridItem[];
  columnCount?: number;
  borderStyle?: BorderStyle;
  onClick?: OnClick;
}

export interface GridItem {
  id?: string;
  title?: string;
  subtitle?: string;
  layout?: 'GRID_ITEM_LAYOUT_UNSPECIFIED' | 'TEXT_BELOW' | 'TEXT_ABOVE';
  image?: {
    imageUri?: string;
    altText?: string;
    cropStyle?: { type?: string; aspectRatio?: number };
    borderStyle?: BorderStyle;
  };
}

export interface BorderStyle {
  type?: 'BORDER_TYPE_UNSPECIFIED' | 'NO_BORDER' | 'STROKE';
  cornerRadius?: number;
}

export interface Column {
  horizontalSizeStyle?: 'HORIZONTAL_SIZE_STYLE_UNSPECIFIED' | 'FILL_AVAILABLE_SPACE' | 'FILL_MINIMUM_SPACE';
  horizontalAlignment?: HorizontalAlignment;
  verticalAlignment?: 'VERTICAL_ALIGNMENT_UNSPECIFIED' | 'CENTER' | 'TOP' | 'BOTTOM';
  widgets?: Widget[];
}

/** A oneof. */
export interface OnClick {
  action?: Action;
  openLink?: OpenLink;
  openDynamicLinkAction?: Action;
  card?: Card;
}

export interface OpenLink {
  url?: string;
  openAs?: 'FULL_SIZE' | 'OVERLAY' | string;
  onClose?: 'NOTHING' | 'RELOAD' | string;
}

export interface Action {
  function?: string;
  parameters?: { key?: string; value?: string }[];
  loadIndicator?: 'SPINNER' | 'NONE';
  requiredWidgets?: string[];
  allWidgetsAreRequired?: boolean;
}
