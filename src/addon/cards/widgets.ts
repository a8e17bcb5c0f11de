import type { ActionName } from '../actions.ts';
import type { Messages } from '../messages/messages.ts';
import { escapeHtml, shown } from '../text.ts';
import { callAction } from './call-action.ts';

type Section = GoogleAppsScript.Card_Service.CardSection;
type Widget = GoogleAppsScript.Card_Service.Widget;
/** Stands where something is on a card only at times. */
type Absent = false | '' | 0 | undefined;
type DecoratedText = GoogleAppsScript.Card_Service.DecoratedText;
type TextButton = GoogleAppsScript.Card_Service.TextButton;
type Icon = GoogleAppsScript.Card_Service.Icon;

export interface Row {
  label?: string;
  /** Shown as text, whatever it holds. */
  text: string;
  below?: string;
  icon?: Icon;
  /** Longest shown; 200 when absent. */
  max?: number;
}

/** A line of a card. Its three texts are plain, whatever they hold. */
export function row({ label, text, below, icon, max }: Row): DecoratedText {
  const widget = CardService.newDecoratedText().setText(lines(text, max)).setWrapText(true);
  if (label) widget.setTopLabel(shown(label));
  if (below) widget.setBottomLabel(shown(below, max));
  if (icon !== undefined)
    widget.setStartIcon(
      CardService.newIconImage()
        .setIcon(icon)
        .setAltText(shown(label ?? '')),
    );
  return widget;
}

/** A line that opens a link: `mailto:` or `tel:`, since the add-on may open no other site. */
export const linked = (line: DecoratedText, url: string): DecoratedText =>
  line.setOpenLink(CardService.newOpenLink().setUrl(url));

export const mailTo = (email: string): string => `mailto:${encodeURIComponent(email).replace('%40', '@')}`;

/** A paragraph in our own words, values in it shown as text. */
export const paragraph = (text: string) => CardService.newTextParagraph().setText(lines(text, 1000));

/** Bold first line, then what to do: for what went wrong within a card that otherwise stands. */
export const warning = (title: string, text: string) =>
  CardService.newTextParagraph().setText(
    `<b><font color="#b3261e">${escapeHtml(title)}</font></b><br>${lines(text, 1000)}`,
  );

type Style = 'filled' | 'outlined' | 'borderless';

export function button(
  text: string,
  action: ActionName,
  ids: Record<string, string> = {},
  style: Style = 'outlined',
): TextButton {
  return CardService.newTextButton()
    .setText(text)
    .setTextButtonStyle(styleOf(style))
    .setOnClickAction(callAction(action, ids));
}

/** Shows a mail in Gmail. */
export const openMail = (t: Messages, url: string): TextButton => linkButton(t.automatic.open, url);

/** A button that opens a page: of the store, or of Google. */
export const linkButton = (text: string, url: string): TextButton =>
  CardService.newTextButton()
    .setText(text)
    .setTextButtonStyle(CardService.TextButtonStyle.BORDERLESS)
    .setOpenLink(CardService.newOpenLink().setUrl(url));

export function buttons(...all: (TextButton | undefined)[]): GoogleAppsScript.Card_Service.ButtonSet {
  return all.reduce<GoogleAppsScript.Card_Service.ButtonSet>(
    (set, one) => (one ? set.addButton(one) : set),
    CardService.newButtonSet(),
  );
}

/** Leads to the next page of a list, where there is one. */
export const nextPage = (
  t: Messages,
  action: ActionName,
  cursor: string | undefined,
  ids?: Record<string, string>,
): Widget | undefined => (cursor ? buttons(button(t.common.nextPage, action, { ...ids, cursor })) : undefined);

/** Why nothing was saved, if so. */
export const refusedSection = (t: Messages, why: string | undefined): Section | undefined =>
  why ? section(undefined, [warning(t.invalid.title, why)]) : undefined;

export function card(
  title: string,
  subtitle: string | undefined,
  sections: (Section | Absent)[],
): GoogleAppsScript.Card_Service.CardBuilder {
  const header = CardService.newCardHeader().setTitle(shown(title, 100));
  if (subtitle) header.setSubtitle(shown(subtitle, 150));
  const built = CardService.newCardBuilder().setHeader(header);
  for (const part of sections) if (part) built.addSection(part);
  return built;
}

export function section(header: string | undefined, widgets: (Widget | Absent)[]): Section {
  const built = CardService.newCardSection();
  if (header) built.setHeader(shown(header, 100));
  for (const widget of widgets) if (widget) built.addWidget(widget);
  return built;
}

/** A box to type in; without `value` it keeps what was typed in one of this name. */
export function textBox(name: string, title: string, value?: string): GoogleAppsScript.Card_Service.TextInput {
  const box = CardService.newTextInput().setFieldName(name).setTitle(title);
  return value === undefined ? box : box.setValue(value);
}

/** What is added to it is chosen from. */
export function selection(
  type: 'CHECK_BOX' | 'DROPDOWN' | 'RADIO_BUTTON',
  name: string,
  title?: string,
): GoogleAppsScript.Card_Service.SelectionInput {
  const list = CardService.newSelectionInput().setFieldName(name).setType(CardService.SelectionInputType[type]);
  return title === undefined ? list : list.setTitle(title);
}

/** Yes or no as two words to choose from: unlike a switch, it says `off` as well as `on`, so what is absent is what was not touched. */
export const choice = (name: string, title: string, [yes, no]: readonly [string, string], chosen: boolean) =>
  selection('RADIO_BUTTON', name, title).addItem(yes, 'on', chosen).addItem(no, 'off', !chosen);

const lines = (text: string, max?: number): string => escapeHtml(text, max).replace(/\n/g, '<br>');

function styleOf(style: Style): GoogleAppsScript.Card_Service.TextButtonStyle {
  if (style === 'filled') return CardService.TextButtonStyle.FILLED;
  return style === 'borderless' ? CardService.TextButtonStyle.BORDERLESS : CardService.TextButtonStyle.OUTLINED;
}
