import { isAllowed } from '../allowlist.ts';
import type { Found } from './check-card.ts';
import { htmlProblems } from './html.ts';

/** What cards are held against besides the schema. */
export interface CardRules {
  /** The manifest's openLinkUrlPrefixes. */
  openLinkUrlPrefixes: readonly string[];
  /** The script's top-level functions, which actions may name. */
  functions: ReadonlySet<string>;
}

// biome-ignore lint/suspicious/noExplicitAny: the fields have passed the schema
type Rule = (value: any, options: CardRules) => string[];

const mostSections = 100;
const mostWidgets = 100;
const mostItems = 100;
const mostColumns = 2;

/** By type of card.proto; the limits are those of the reference and of developers.google.com/workspace/add-ons. */
export const rules: Record<string, Rule> = {
  Section: ({ widgets = [] }) => [
    ...when(widgets.length === 0, 'a section needs a widget'),
    ...when(widgets.length > mostWidgets, `a section may have ${mostWidgets} widgets, not ${widgets.length}`),
  ],
  CardHeader: ({ title, imageUrl }) => [
    ...when(!title, 'a header needs a title'),
    ...imageProblems(imageUrl, { data: true }),
  ],
  CardAction: ({ actionLabel, onClick }) => [
    ...when(!actionLabel, 'a card action needs a text'),
    ...when(!onClick, 'a card action needs a click action'),
  ],
  CardFixedFooter: ({ primaryButton }) => when(!primaryButton, 'a fixed footer needs a primary button'),
  TextParagraph: ({ text }, options) => [
    ...when(!text, 'a text paragraph needs text'),
    ...htmlProblems(text ?? '', (url) => linkProblems(url, options)),
  ],
  DecoratedText: ({ text }, options) => [
    ...when(!text, 'a decorated text needs text'),
    ...htmlProblems(text ?? '', (url) => linkProblems(url, options)),
  ],
  TextInput: ({ name, label, hintText, type, initialSuggestions, autoCompleteAction }) => [
    ...when(!name, 'a text input needs a field name'),
    ...when(!label && !hintText, 'a text input needs a title or a hint'),
    ...when(
      type === 'MULTIPLE_LINE' && (initialSuggestions || autoCompleteAction),
      'a text input with suggestions cannot have several lines',
    ),
  ],
  SelectionInput: ({ name, type, items = [] }) => [
    ...when(!name, 'a selection input needs a field name'),
    ...when(!type, 'a selection input needs a type'),
    ...when(items.length === 0, 'a selection input needs an item'),
    ...when(items.length > mostItems, `a selection input may have ${mostItems} items, not ${items.length}`),
  ],
  SelectionItem: ({ startIconUri }) => imageProblems(startIconUri, { data: false }),
  SwitchControl: ({ name, value }) => [
    ...when(!name, 'a switch needs a field name'),
    ...when(value === undefined, 'a switch needs a value'),
  ],
  ButtonList: ({ buttons }) => when(buttons.length === 0, 'a button set needs a button'),
  Button: ({ text, icon, onClick }) => [
    ...when(!onClick, 'every button needs a click action, even a disabled one'),
    ...when(!text && !icon, 'a button needs a text or an icon'),
  ],
  Icon: ({ knownIcon, iconUrl, materialIcon }) => [
    ...when(!knownIcon && !iconUrl && !materialIcon, 'an icon needs an icon or a URL'),
    ...imageProblems(iconUrl, { data: false }),
  ],
  Image: ({ imageUrl }) => [...when(!imageUrl, 'an image needs a URL'), ...imageProblems(imageUrl, { data: true })],
  ImageComponent: ({ imageUri }) => imageProblems(imageUri, { data: true }),
  Grid: ({ items, columnCount }) => [
    ...when(items.length === 0, 'a grid needs an item'),
    ...when(columnCount > mostColumns, `a grid in the side panel has at most ${mostColumns} columns`),
  ],
  OnClick: (onClick) => when(Object.keys(onClick).length === 0, 'a click action is empty'),
  Action: ({ function: name }, { functions }) => [
    ...when(!name, 'an action needs a function name'),
    ...when(name && !functions.has(name), `the script has no top-level function ${name}`),
  ],
  OpenLink: ({ url }, options) => linkProblems(url, options),
};

/** Rules about a card as a whole. */
export function wholeCard(found: Found[]): string[] {
  const count = (type: string): number => found.filter((one) => one.type === type).length;
  const sections = count('Section');
  const widgets = count('Widget');
  const problems = [
    ...when(sections > mostSections, `a card may have ${mostSections} sections, not ${sections}`),
    ...when(
      widgets > mostWidgets,
      `a card may have ${mostWidgets} widgets in all, not ${widgets}: the rest is dropped`,
    ),
  ];
  const names = new Set<string>();
  for (const { type, value, path } of found) {
    if (type !== 'TextInput' && type !== 'SelectionInput') continue;
    if (names.has(value.name)) problems.push(`${path}: another field is already named ${value.name}`);
    names.add(value.name);
  }
  for (const { type, value, path } of found) {
    if (type === 'SwitchControl' && names.has(value.name)) {
      problems.push(`${path}: another field is already named ${value.name}`);
    }
  }
  return problems;
}

/** What is wrong with a URL that a click opens: it must lie under openLinkUrlPrefixes, or be mailto: or tel:. */
export function linkProblems(url: string | undefined, { openLinkUrlPrefixes }: CardRules): string[] {
  if (!url) return ['a link needs a URL'];
  if (/^(mailto|tel):[^\s]+$/i.test(url) || isAllowed(url, openLinkUrlPrefixes)) return [];
  return [`no prefix of openLinkUrlPrefixes in appsscript.json covers ${url}`];
}

function imageProblems(url: string | undefined, { data }: { data: boolean }): string[] {
  if (url === undefined) return [];
  if (/^https:\/\/[^/\s]+\/\S*$/.test(url)) return when(/\.svg(\?|#|$)/i.test(url), `Gmail shows no SVG: ${url}`);
  if (data && /^data:image\/(png|jpeg|gif);base64,/.test(url)) return [];
  return [
    `an image must be an https URL${data ? ' or a base64 data URI (PNG, JPEG or GIF)' : ''}: ${url.slice(0, 80)}`,
  ];
}

const when = (wrong: unknown, problem: string): string[] => (wrong ? [problem] : []);
