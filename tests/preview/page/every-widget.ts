import type { Button, Card, OnClick, Widget } from '../../../src/preview/page/card/card-json.ts';

const call: OnClick = { action: { function: 'onAction', parameters: [{ key: 'action', value: 'x' }] } };
const items = [
  { text: 'One', value: '1', selected: true },
  { text: 'Two', value: '2' },
];
const buttons: Button[] = [
  { text: 'Filled', type: 'FILLED' },
  { text: 'Outlined', type: 'OUTLINED' },
  { text: 'Tonal', type: 'FILLED_TONAL' },
  { text: 'Borderless', type: 'BORDERLESS' },
  { text: 'Green', color: { red: 0.05, green: 0.5, blue: 0.2 } },
  { text: 'Off', type: 'FILLED', disabled: true },
  { icon: { materialIcon: { name: 'delete' } }, altText: 'Delete' },
];

const texts: Widget[] = [
  {
    textParagraph: {
      text: 'Plain, <b>bold</b>, <i>italic</i>, <a href="https://example.com/">a link</a>\nand a new line.',
    },
  },
  { decoratedText: { startIcon: { knownIcon: 'PERSON' }, topLabel: 'Name', text: 'Ana Lima', bottomLabel: 'Line 12' } },
  {
    decoratedText: {
      startIcon: { knownIcon: 'PHONE' },
      topLabel: 'Phone',
      text: '+44 20 7946 0123',
      button: { text: 'Call', onClick: call },
    },
  },
  {
    decoratedText: {
      startIcon: { knownIcon: 'EMAIL' },
      text: 'A row that is one button, its text too long for the line',
      onClick: call,
      endIcon: { materialIcon: { name: 'chevron_right' } },
    },
  },
  {
    decoratedText: {
      text: 'lena.vogt@aozora.example',
      bottomLabel: 'Enabled',
      switchControl: { name: 'enabled', value: 'lena', selected: true },
    },
  },
  { divider: {} },
  { buttonList: { buttons: buttons.map((button) => ({ ...button, onClick: call })) } },
];

const inputs: Widget[] = [
  { textInput: { name: 'fn', label: 'Name', value: 'Ana Lima', hintText: 'As in the mail' } },
  { textInput: { name: 'title', label: 'Job title' } },
  { textInput: { name: 'note', label: 'Note', type: 'MULTIPLE_LINE', validation: { characterLimit: 200 } } },
  { selectionInput: { name: 'kind', label: 'Kind', type: 'DROPDOWN', items } },
  { selectionInput: { name: 'c', label: 'Check boxes', type: 'CHECK_BOX', items } },
  { selectionInput: { name: 'r', label: 'Radio buttons', type: 'RADIO_BUTTON', items } },
  { selectionInput: { name: 's', label: 'Switches', type: 'SWITCH', items } },
  { selectionInput: { name: 'm', label: 'Several', type: 'MULTI_SELECT', items } },
  { dateTimePicker: { name: 'd', label: 'Day', type: 'DATE_ONLY', valueMsEpoch: '1795305600000' } },
];

const others: Widget[] = [
  {
    grid: {
      title: 'Grid',
      columnCount: 2,
      borderStyle: { type: 'STROKE' },
      items: [
        { id: 'a', title: 'A', subtitle: 'first' },
        { id: 'b', title: 'B', subtitle: 'second' },
      ],
      onClick: call,
    },
  },
  {
    columns: {
      columnItems: [
        { widgets: [{ decoratedText: { text: 'Left' } }] },
        { widgets: [{ decoratedText: { text: 'Right' } }], horizontalAlignment: 'END' },
      ],
    },
  },
  { image: { imageUrl: 'https://example.com/a.png', altText: 'An image' } },
];

/** A card with each kind of widget that the preview draws. */
export const everyWidget: Card = {
  header: { title: 'Every widget', subtitle: 'Drawn as in Gmail' },
  sections: [
    { header: 'Texts', widgets: texts },
    { header: 'Inputs', widgets: inputs },
    {
      header: 'Collapsible',
      collapsible: true,
      uncollapsibleWidgetsCount: 1,
      widgets: [{ textParagraph: { text: 'Always' } }, { textParagraph: { text: 'Behind the button' } }],
    },
    { header: 'Grid, columns, image', widgets: others },
  ],
  fixedFooter: {
    primaryButton: { text: 'Send', type: 'FILLED', onClick: call },
    secondaryButton: { text: 'Not now', onClick: call },
  },
};
